package dev.kith.response;

import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.HQL;

/** Whose it is, asked without reading it: whoever waits for their turn reads it afterwards, as it is then. */
interface WhoseResponse {
    @HQL("select clientId from Response where id = :id")
    List<UUID> clientOf(UUID id);
}
