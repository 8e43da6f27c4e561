package dev.kith.reminder;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Looks well alone: GET /v1/practice/rules. */
@Path("/v1")
@PermitAll
class Rules {
    @GET
    @Path("/practice/rules")
    public String listRules() {
        return "";
    }
}

/** Its path begins that of the other, and it has no rules: the framework looks no further. */
@Path("/v1/practice")
@PermitAll
class OwnPractice {
    @GET
    public String readPractice() {
        return "";
    }
}
