package dev.kith.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.house.People;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The page behind a problem's type. */
@QuarkusTest
class ProblemPagesTest {
    @Inject
    People people;

    @Test
    void theTypeOfAProblemIsAPageAboutIt() {
        var type = people.practice()
                .asks()
                .get("/v1/clients/00000000-0000-7000-8000-000000000000")
                .then()
                .statusCode(404)
                .extract()
                .<String>path("type");
        var page = given().get(type);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.asString()).contains("404", "not-found", ProblemType.NOT_FOUND.title());
    }

    @Test
    void everyProblemIsListed() {
        var list = given().get("/problems/").asString();
        for (var type : ProblemType.values()) {
            assertThat(list).contains("href=\"" + type.uri() + "\"");
            given().get(type.uri()).then().statusCode(200);
        }
    }

    @Test
    void aPageThatIsNotThereIsAProblemToo() {
        given().get("/problems/unheard-of").then().statusCode(404).contentType(Problem.MEDIA_TYPE);
    }
}
