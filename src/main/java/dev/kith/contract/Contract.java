package dev.kith.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.IndexView;

/** The steps from what the scanner found to the contract that is served; runs in the build, and a gap fails it. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class Contract implements OASFilter {
    private final Code code;

    public Contract(IndexView index) {
        code = new Code(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() == null || api.getPaths().getPathItems() == null) {
            api.setPaths(OASFactory.createPaths());
        }
        Successes.NOT_OURS.forEach(api.getComponents()::removeSchema);
        var shapes = new Shapes(api.getComponents().getSchemas(), code);
        var gaps = new Gaps();
        Problems.describe(api);
        Calls.each(api, call -> new Successes(code.method(call), code).describe(call.operation()));
        api.getComponents().removeSchema("StreamingOutput"); // of what is streamed, its media type says all
        shapes.complete(api);
        var parameters = new Parameters(api.getComponents().getParameters());
        Calls.each(api, call -> {
            var method = code.method(call);
            parameters.describe(call, method);
            Permissions.describe(call.operation(), method);
            Problems.describe(call, method);
            gaps.look(call, method);
        });
        new Examples(api.getComponents().getSchemas(), code, gaps).show(api);
        gaps.failIfAny();
        new Spare().remove(api);
        sort(api);
    }

    /** Small diffs: one order, whatever the scanner met first. */
    private static void sort(OpenAPI api) {
        var components = api.getComponents();
        components.setSchemas(new TreeMap<>(components.getSchemas()));
        components.setResponses(new TreeMap<>(components.getResponses()));
        var paths = OASFactory.createPaths();
        if (api.getPaths().getPathItems() != null) {
            new TreeMap<>(api.getPaths().getPathItems()).forEach(paths::addPathItem);
        }
        api.setPaths(paths);
        Calls.each(api, call -> {
            var responses = call.operation().getResponses();
            responses.setAPIResponses(new TreeMap<>(responses.getAPIResponses()));
        });
    }
}
