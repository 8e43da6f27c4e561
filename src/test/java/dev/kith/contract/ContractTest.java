package dev.kith.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContractTest {
    static final String UPDATE =
            "run ./mvnw test -Dtest='ContractTest#theCommittedContract*' -Dcontract.update=true, then read the diff";

    @Test
    void theCommittedContractIsTheOneWeServe() throws IOException {
        var served = given().accept("application/yaml")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        if (Boolean.getBoolean("contract.update")) {
            Files.writeString(ContractGate.FILE, served);
            return;
        }
        assertThat(served).as("openapi.yaml is stale: " + UPDATE).isEqualTo(Files.readString(ContractGate.FILE));
    }
}
