package nl.ooievaar.server.journey;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import nl.ooievaar.server.Loop;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.Test;

/**
 * The whole care process of the guideline (chapter 6) over HTTP alone, five times: signal, referral, acceptance, contact, visit,
 * findings, plan, feedback, evaluation, closing. After each step a table says what every party sees.
 */
class StoriesIT {
    private static final TestServer SERVER = TestServer.get();

    @Test
    void m_from_her_midwife_to_looking_back_with_feedback_as_agreed() {
        CaseStory story = new CaseStory(SERVER, 1);
        StoryTable table = new StoryTable(SERVER, story);
        story.refer("midwife", "referral");
        table.after(
                "the referral",
                """
                                       midwife jgz herself maternity outsider veilig-thuis municipality
                Patient/example-sender +       +   +       -         -        -            -
                Observation/example    +       +   +       -         -        -            -
                ServiceRequest/example +       +   +       -         -        -            -
                Task/referral          +       +   +       -         -        -            -
                feedback               -       -   -       -         -        -            -
                """);
        cards(story, "Patient/example-sender").body("cards.summary", hasItem("Talk with her about Stevig Ouderschap."));
        story.accept();
        shared(story, "midwife", "accepted");
        table.after(
                "acceptance",
                """
                                       midwife jgz herself maternity outsider veilig-thuis
                Task/referral          +       +   +       -         -        -
                Task/example           -       +   +       -         -        -
                Patient/example        -       +   +       -         -        -
                """);
        each(story, "work-task", "appointment", "contact", "related-person", "family-profile", "findings");
        table.after(
                "the visit",
                """
                                              midwife jgz herself maternity outsider veilig-thuis
                Appointment/example           -       +   +       -         -        -
                Encounter/example             -       +   +       -         -        -
                QuestionnaireResponse/example -       +   +       -         -        -
                feedback                      -       -   -       -         -        -
                """);
        each(story, "goal", "plan", "care-team", "trajectory", "vulnerability");
        table.after(
                "the plan",
                """
                                      midwife jgz herself maternity outsider veilig-thuis
                Goal/example          -       +   +       -         -        -
                CarePlan/example      -       +   +       -         -        -
                CareTeam/example      -       +   +       -         -        -
                EpisodeOfCare/example -       +   +       -         -        -
                """);
        complete(story);
        shared(story, "midwife", "completed");
        table.after(
                "the feedback",
                """
                              midwife jgz herself maternity outsider veilig-thuis
                feedback      +       +   +       -         -        -
                Task/example  -       +   +       -         -        -
                """);
        told(story, "midwife").body("entry[0].resource.payload.extension.flatten().valueCode", hasItem("advice"));
        story.send("jgz", "child").send("jgz", "evaluation");
        table.after(
                "looking back",
                """
                                                 midwife jgz herself maternity outsider veilig-thuis
                QuestionnaireResponse/evaluation -       +   +       -         -        -
                CarePlan/example                 -       +   +       -         -        -
                """);
    }

    @Test
    void a_first_only_wants_to_meet_and_her_midwife_learns_handled_and_no_more() {
        CaseStory story = new CaseStory(SERVER, 2);
        StoryTable table = new StoryTable(SERVER, story);
        story.refer("midwife", "referral");
        table.after(
                "the referral",
                """
                                       midwife jgz maternity outsider veilig-thuis
                Patient/example-sender +       +   -         -        -
                ServiceRequest/example +       +   -         -        -
                Task/referral          +       +   -         -        -
                """);
        story.get("jgz", "Patient/example-sender")
                .then()
                .body("birthDate", nullValue())
                .body("identifier", nullValue());
        // Nothing was passed on, so nothing is known to think along with.
        cards(story, "Patient/example-sender")
                .body("cards.detail", hasItem(containsString("The due date is not known.")));
        story.accept().send("jgz", "agreed");
        shared(story, "midwife", "in-progress");
        table.after(
                "her details, which she gives herself",
                """
                                midwife jgz maternity outsider veilig-thuis
                Patient/example -       +   -         -        -
                Task/example    -       +   -         -        -
                """);
        story.send("jgz", "visit");
        table.after(
                "the visit and the plan",
                """
                                              midwife jgz maternity outsider veilig-thuis
                Encounter/example             -       +   -         -        -
                QuestionnaireResponse/example -       +   -         -        -
                CarePlan/example              -       +   -         -        -
                """);
        story.send("jgz", "closed");
        shared(story, "midwife", "completed");
        story.send("jgz", "evaluation");
        table.after(
                "closing, and looking back",
                """
                                                 midwife jgz maternity outsider veilig-thuis
                feedback                         -       -   -         -        -
                QuestionnaireResponse/evaluation -       +   -         -        -
                Task/referral                    +       +   -         -        -
                """);
    }

    @Test
    void e_is_referred_by_maternity_care_and_her_midwife_sees_nothing_at_all() {
        CaseStory story = new CaseStory(SERVER, 5);
        StoryTable table = new StoryTable(SERVER, story);
        story.refer("maternity", "referral");
        table.after(
                "the referral",
                """
                                       maternity jgz herself midwife outsider municipality
                Patient/example-sender +         +   +       -       -        -
                Observation/example    +         +   +       -       -        -
                Task/referral          +         +   +       -       -        -
                """);
        story.accept().send("jgz", "visit");
        shared(story, "maternity", "in-progress");
        table.after(
                "the visit and the plan",
                """
                                              maternity jgz herself midwife outsider municipality
                Encounter/example             -         +   +       -       -        -
                QuestionnaireResponse/example -         +   +       -       -        -
                CarePlan/example              -         +   +       -       -        -
                """);
        story.send("jgz", "findings-amended");
        story.get("jgz", "QuestionnaireResponse/example").then().body("status", equalTo("amended"));
        SERVER.as("jgz")
                .get("/" + story.at("QuestionnaireResponse/example") + "/_history/1")
                .then()
                .statusCode(200)
                .body("status", equalTo("completed"));
        story.send("jgz", "closed");
        shared(story, "maternity", "completed");
        table.after(
                "the feedback",
                """
                                 maternity jgz herself midwife outsider municipality
                feedback         +         +   +       -       -        -
                CarePlan/example -         +   +       -       -        -
                """);
        told(story, "maternity").body(not(containsString("studio")));
        story.send("jgz", "evaluation");
        SERVER.asPerson(story.bsn())
                .get("/" + story.at("QuestionnaireResponse/evaluation"))
                .then()
                .body(
                        "item.extension.flatten().valueReference.findAll { it?.display }.display.unique()",
                        containsInAnyOrder("N. Bakker, jeugdverpleegkundige", "T. Smeets, kraamzorg"));
        table.after(
                "looking back with three voices",
                """
                                                 maternity jgz herself midwife outsider municipality
                QuestionnaireResponse/evaluation -         +   +       -       -        -
                """);
    }

    @Test
    void v_is_signalled_by_the_jgz_itself_and_her_midwife_hears_what_she_agreed_to() {
        CaseStory story = new CaseStory(SERVER, 7);
        StoryTable table = new StoryTable(SERVER, story);
        story.ownReferral("referral");
        table.after(
                "the signal and the referral in one",
                """
                                       jgz herself midwife maternity outsider veilig-thuis
                Patient/example        +   +       -       -         -        -
                ServiceRequest/example +   +       -       -         -        -
                Task/referral          +   +       -       -         -        -
                Task/example           +   +       -       -         -        -
                """);
        shared(story, "jgz", "accepted");
        story.send("jgz", "visit");
        table.after(
                "the visit and the plan",
                """
                                              jgz herself midwife maternity outsider veilig-thuis
                Encounter/example             +   +       -       -         -        -
                QuestionnaireResponse/example +   +       -       -         -        -
                CarePlan/example              +   +       -       -         -        -
                feedback                      -   -       -       -         -        -
                """);
        story.send("jgz", "feedback");
        shared(story, "jgz", "completed");
        told(story, "midwife").body("entry[0].resource.payload.size()", equalTo(3));
        story.send("jgz", "evaluation");
        table.after(
                "feedback, closing and looking back",
                """
                                                 jgz herself midwife maternity outsider veilig-thuis
                feedback                         +   +       +       -         -        -
                ServiceRequest/example           +   +       -       -         -        -
                QuestionnaireResponse/example    +   +       -       -         -        -
                QuestionnaireResponse/evaluation +   +       -       -         -        -
                """);
    }

    @Test
    void b_asks_for_it_herself_and_one_talk_is_enough() {
        CaseStory story = new CaseStory(SERVER, 8);
        StoryTable table = new StoryTable(SERVER, story);
        story.refer("midwife", "referral");
        table.after(
                "her own request, typed by the midwife",
                """
                                       midwife jgz herself maternity outsider
                Patient/example-sender +       +   +       -         -
                ServiceRequest/example +       +   +       -         -
                Task/referral          +       +   +       -         -
                """);
        SERVER.as("jgz")
                .get("/Observation?patient=" + story.at("Patient/example-sender"))
                .then()
                .body("total", equalTo(0));
        story.accept().send("jgz", "visit");
        shared(story, "midwife", "in-progress");
        table.after(
                "the talk on the screen",
                """
                                              midwife jgz herself maternity outsider
                Encounter/example             -       +   +       -         -
                QuestionnaireResponse/example -       +   +       -         -
                """);
        // One talk, no plan, no goal: short stays short.
        SERVER.as("jgz")
                .get("/CarePlan?patient=" + story.at("Patient/example"))
                .then()
                .body("total", equalTo(0));
        story.send("jgz", "closed").send("jgz", "evaluation");
        shared(story, "midwife", "completed");
        table.after(
                "closing, and looking back",
                """
                                                 midwife jgz herself maternity outsider
                feedback                         -       -   -       -         -
                QuestionnaireResponse/evaluation -       +   +       -         -
                """);
    }

    private static void each(CaseStory story, String... messages) {
        List.of(messages).forEach(what -> story.send("jgz", what));
    }

    /** What the two sides share of the work, and that it tells no outcome. */
    private static void shared(CaseStory story, String client, String status) {
        story.get(client, "Task/referral")
                .then()
                .statusCode(200)
                .body("status", equalTo(status))
                .body("statusReason", nullValue())
                .body("businessStatus", nullValue())
                .body("output", nullValue());
    }

    private static ValidatableResponse told(CaseStory story, String client) {
        return SERVER.as(client)
                .get("/Communication?based-on=" + story.at("ServiceRequest/example"))
                .then()
                .statusCode(200)
                .body("total", equalTo(1));
    }

    private static ValidatableResponse cards(CaseStory story, String place) {
        String patient = story.at(place).substring("Patient/".length());
        return SERVER.as("jgz")
                .basePath("")
                .contentType("application/json")
                .body("{\"hook\":\"patient-view\",\"hookInstance\":\"1\",\"context\":{\"patientId\":\"" + patient
                        + "\"}}")
                .post("/cds-services/phb-support")
                .then()
                .statusCode(200);
    }

    private static void complete(CaseStory story) {
        Loop.move(story.at("Task/example"), "in-progress", "uitgevoerd");
        Loop.move(story.at("Task/example"), "completed", "afgesloten");
    }
}
