package dev.kith.program;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** Tells of steps of two kinds under one name: one in a list, one inside another record. */
@Path("/v1/steps")
@PermitAll
class Steps {
    record Outline(Detail detail) {
        record Detail(Step step) {}

        record Step(String title) {}
    }

    record Step(int week) {}

    @GET
    public List<Step> listSteps() {
        return List.of();
    }

    @GET
    @Path("/outline")
    public Outline readOutline() {
        return new Outline(new Outline.Detail(new Outline.Step("")));
    }
}
