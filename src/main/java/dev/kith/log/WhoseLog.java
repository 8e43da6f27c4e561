package dev.kith.log;

import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.HQL;

/** Whose it is, asked without reading it: whoever waits for their turn reads it afterwards, as it is then. */
interface WhoseLog {
    @HQL("select clientId from Log where id = :id")
    List<UUID> clientOf(UUID id);
}
