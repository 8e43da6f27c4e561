package dev.kith.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jspecify.annotations.Nullable;

/**
 * Records told in full: required unless nullable (what we give is always there, null or not), null said in the type, and
 * what we take closed. What we give stays open in the document, so that a new field breaks no validating reader.
 */
record Shapes(Map<String, Schema> schemas, Code code) {
    private static final DotName NULLABLE = Code.name("org.jspecify.annotations.Nullable");

    private static final DotName INCLUDE = Code.name("com.fasterxml.jackson.annotation.JsonInclude");

    void complete(OpenAPI api) {
        var asked = new TreeSet<String>();
        Calls.each(api, call -> {
            var body = call.operation().getRequestBody();
            if (body != null) {
                reach(body.getContent(), asked);
            }
        });
        for (var entry : List.copyOf(schemas.entrySet())) {
            var type = code.type(entry.getKey(), entry.getValue());
            if (type != null && type.isRecord() && entry.getValue().getProperties() != null) {
                complete(entry.getValue(), type, asked.contains(entry.getKey()));
                discriminate(entry.getKey(), entry.getValue(), type);
            }
        }
        var uuid = schemas.get("UUID");
        if (uuid != null) {
            uuid.setPattern(null); // unanchored; the format says it
        }
    }

    private static void complete(Schema schema, ClassInfo type, boolean asked) {
        var required = new ArrayList<String>();
        // recordComponents() would be alphabetical
        for (var component : type.recordComponentsInDeclarationOrder()) {
            var name = Code.onTheWire(type, component.name());
            var property = schema.getProperties().get(name);
            if (property == null) {
                continue;
            }
            var nullable = component.type().hasAnnotation(NULLABLE)
                    || type.field(component.name()).hasAnnotation(NULLABLE);
            var leftOutWhenNull = type.field(component.name()).hasAnnotation(INCLUDE);
            if (!nullable || !(asked || leftOutWhenNull)) {
                required.add(name);
            }
            if (nullable) {
                schema.addProperty(name, orNull(property));
            }
        }
        schema.setRequired(required.isEmpty() ? null : required);
        if (asked) {
            schema.setAdditionalPropertiesBoolean(false);
        }
    }

    /** A branch of a oneOf carries the constant that tells it apart; SmallRye leaves it out. */
    private void discriminate(String name, Schema schema, ClassInfo type) {
        for (var face : type.interfaceNames()) {
            var parent = code.type(face);
            var choice = parent == null ? null : schemas.get(Code.schemaName(parent));
            if (choice == null || choice.getDiscriminator() == null) {
                continue;
            }
            var key = choice.getDiscriminator().getPropertyName();
            choice.getDiscriminator().getMapping().forEach((value, target) -> {
                if (target.endsWith("/" + name)) {
                    schema.addProperty(
                            key,
                            OASFactory.createSchema()
                                    .addType(Schema.SchemaType.STRING)
                                    .constValue(value));
                    schema.addRequired(key);
                }
            });
            choice.setType(null);
        }
    }

    private static Schema orNull(Schema schema) {
        if (schema.getRef() != null) {
            var nothing = OASFactory.createSchema().addType(Schema.SchemaType.NULL);
            return OASFactory.createSchema().anyOf(new ArrayList<>(List.of(schema, nothing)));
        }
        if (schema.getType() != null && !schema.getType().contains(Schema.SchemaType.NULL)) {
            schema.addType(Schema.SchemaType.NULL);
        }
        return schema;
    }

    private void reach(@Nullable Content content, Set<String> seen) {
        if (content != null && content.getMediaTypes() != null) {
            content.getMediaTypes().values().forEach(media -> reach(media.getSchema(), seen));
        }
    }

    private void reach(@Nullable Schema schema, Set<String> seen) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null) {
            var name = nameOf(schema.getRef());
            if (seen.add(name)) {
                reach(schemas.get(name), seen);
            }
            return;
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(property -> reach(property, seen));
        }
        reach(schema.getItems(), seen);
        reach(schema.getAdditionalPropertiesSchema(), seen);
        for (var branches : Arrays.asList(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())) {
            if (branches != null) {
                branches.forEach(branch -> reach(branch, seen));
            }
        }
    }

    static String nameOf(String ref) {
        return ref.substring(ref.lastIndexOf('/') + 1);
    }
}
