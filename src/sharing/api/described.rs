//! Every route of the API, every parameter and every field of its answers: the document for programs and the page for people
//! are made of this. What each is for stands in `locales/` under `api-route-…`, `api-parameter-…` and `api-<answer>-<field>`.

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Text,
    /// HTML made safe.
    Html,
    /// An absolute address.
    Address,
    Date,
    Number,
    Flag,
    Texts,
    /// Another answer, by name.
    One(&'static str),
    Many(&'static str),
}

/// A field of an answer.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    pub of: &'static str,
    pub name: &'static str,
    pub kind: Kind,
    /// It is left out when there is nothing to tell.
    pub optional: bool,
}

const fn told(of: &'static str, name: &'static str, kind: Kind) -> Field {
    Field {
        of,
        name,
        kind,
        optional: false,
    }
}

const fn maybe(of: &'static str, name: &'static str, kind: Kind) -> Field {
    Field {
        of,
        name,
        kind,
        optional: true,
    }
}

/// All of them; those of one answer stand together.
pub const FIELDS: &[Field] = &[
    told("StoryList", "channel", Kind::Text),
    told("StoryList", "rights", Kind::Text),
    told("StoryList", "items", Kind::Many("StoryEntry")),
    maybe("StoryList", "next", Kind::Address),
    told("OneStory", "channel", Kind::Text),
    told("OneStory", "rights", Kind::Text),
    told("OneStory", "item", Kind::One("Story")),
    told("TestimonialList", "channel", Kind::Text),
    told("TestimonialList", "rights", Kind::Text),
    told("TestimonialList", "items", Kind::Many("Testimonial")),
    maybe("TestimonialList", "next", Kind::Address),
    told("TreatmentList", "channel", Kind::Text),
    told("TreatmentList", "rights", Kind::Text),
    told("TreatmentList", "items", Kind::Many("Treatment")),
    told("PractitionerList", "channel", Kind::Text),
    told("PractitionerList", "rights", Kind::Text),
    told("PractitionerList", "items", Kind::Many("Practitioner")),
    told("StoryEntry", "slug", Kind::Text),
    told("StoryEntry", "title", Kind::Text),
    told("StoryEntry", "address", Kind::Address),
    told("StoryEntry", "treatment", Kind::Text),
    maybe("StoryEntry", "published_on", Kind::Date),
    told("StoryEntry", "sessions", Kind::Number),
    maybe("StoryEntry", "weeks", Kind::Number),
    told("StoryEntry", "facts", Kind::Many("Fact")),
    told("StoryEntry", "first", Kind::One("Stage")),
    told("StoryEntry", "last", Kind::One("Stage")),
    told("Story", "slug", Kind::Text),
    told("Story", "title", Kind::Text),
    told("Story", "address", Kind::Address),
    told("Story", "treatment", Kind::Text),
    maybe("Story", "published_on", Kind::Date),
    told("Story", "sessions", Kind::Number),
    told("Story", "facts", Kind::Many("Fact")),
    maybe("Story", "practitioner", Kind::Text),
    maybe("Story", "location", Kind::Text),
    told("Story", "narrative", Kind::Html),
    told("Story", "angles", Kind::Many("Angle")),
    maybe("Story", "testimonial", Kind::One("Testimonial")),
    told("Story", "beside", Kind::Texts),
    told("Fact", "name", Kind::Text),
    told("Fact", "value", Kind::Text),
    told("Fact", "label", Kind::Text),
    told("Fact", "value_label", Kind::Text),
    told("Angle", "angle", Kind::Text),
    told("Angle", "label", Kind::Text),
    told("Angle", "stages", Kind::Many("Stage")),
    told("Stage", "stage", Kind::Text),
    told("Stage", "label", Kind::Text),
    told("Stage", "before", Kind::Flag),
    told("Stage", "settled", Kind::Flag),
    maybe("Stage", "month", Kind::Text),
    told("Stage", "sensitive", Kind::Flag),
    maybe("Stage", "picture", Kind::One("Picture")),
    maybe("Stage", "veil", Kind::Address),
    told("Picture", "address", Kind::Address),
    told("Picture", "jpeg", Kind::Text),
    told("Picture", "avif", Kind::Text),
    told("Picture", "webp", Kind::Text),
    told("Picture", "width", Kind::Number),
    told("Picture", "height", Kind::Number),
    told("Picture", "alt", Kind::Text),
    maybe("Testimonial", "words", Kind::Text),
    maybe("Testimonial", "rating", Kind::Number),
    maybe("Testimonial", "attribution", Kind::Text),
    told("Testimonial", "disclosures", Kind::Texts),
    told("Testimonial", "story", Kind::Text),
    told("Testimonial", "story_title", Kind::Text),
    told("Treatment", "slug", Kind::Text),
    told("Treatment", "name", Kind::Text),
    told("Treatment", "summary", Kind::Text),
    told("Treatment", "typical_result", Kind::Text),
    told("Treatment", "address", Kind::Address),
    told("Practitioner", "slug", Kind::Text),
    told("Practitioner", "name", Kind::Text),
    told("Practitioner", "title", Kind::Text),
    told("Practitioner", "registration", Kind::Text),
    told("Practitioner", "register_address", Kind::Text),
    told("Practitioner", "address", Kind::Address),
    told("Problem", "type", Kind::Text),
    told("Problem", "title", Kind::Text),
    told("Problem", "status", Kind::Number),
    told("Problem", "detail", Kind::Text),
    maybe("Problem", "parameter", Kind::Text),
];

/// A parameter of an address.
#[derive(Debug, Clone, Copy)]
pub struct Parameter {
    pub name: &'static str,
    pub number: bool,
}

const fn parameter(name: &'static str) -> Parameter {
    Parameter {
        name,
        number: false,
    }
}

/// A part of the list that begins after the one before it.
const PAGES: [Parameter; 2] = [
    parameter("after"),
    Parameter {
        name: "limit",
        number: true,
    },
];

/// What stories can be narrowed by, and where a list begins.
pub const PARAMETERS: [Parameter; 15] = [
    parameter("q"),
    parameter("treatment"),
    parameter("practitioner"),
    parameter("norwood"),
    parameter("scar_type"),
    parameter("age_band"),
    parameter("sex"),
    parameter("skin_tone"),
    parameter("hair_colour"),
    parameter("sessions"),
    parameter("since"),
    parameter("location"),
    parameter("sort"),
    PAGES[0],
    PAGES[1],
];

/// A route and what it answers with.
#[derive(Debug, Clone, Copy)]
pub struct Route {
    pub path: &'static str,
    /// Part of the ids of its texts.
    pub name: &'static str,
    pub answer: &'static str,
    pub parameters: &'static [Parameter],
}

pub const ROUTES: [Route; 5] = [
    Route {
        path: "/api/v1/stories",
        name: "stories",
        answer: "StoryList",
        parameters: &PARAMETERS,
    },
    Route {
        path: "/api/v1/stories/{slug}",
        name: "story",
        answer: "OneStory",
        parameters: &[],
    },
    Route {
        path: "/api/v1/testimonials",
        name: "testimonials",
        answer: "TestimonialList",
        parameters: &PAGES,
    },
    Route {
        path: "/api/v1/treatments",
        name: "treatments",
        answer: "TreatmentList",
        parameters: &[],
    },
    Route {
        path: "/api/v1/practitioners",
        name: "practitioners",
        answer: "PractitionerList",
        parameters: &[],
    },
];

/// The answers by name, each once, in the order in which they are described.
pub fn answers() -> Vec<&'static str> {
    let mut names: Vec<&str> = FIELDS.iter().map(|field| field.of).collect();
    names.dedup();
    names
}

impl Field {
    /// The id of the text that says what it is for.
    pub fn text(&self) -> String {
        let of = match self.of {
            "StoryList" | "OneStory" | "TestimonialList" | "TreatmentList" | "PractitionerList" => {
                "any"
            }
            "StoryEntry" => "story",
            // The sentence that names one has the shorter id.
            "Problem" if self.name == "parameter" => {
                return "api-problem-parameter-name".to_owned();
            }
            other => return format!("api-{}-{}", other.to_ascii_lowercase(), self.dashed()),
        };
        format!("api-{of}-{}", self.dashed())
    }

    fn dashed(&self) -> String {
        self.name.replace('_', "-")
    }
}

impl Parameter {
    pub fn text(&self) -> String {
        format!("api-parameter-{}", self.name.replace('_', "-"))
    }
}

impl Route {
    pub fn text(&self) -> String {
        format!("api-route-{}", self.name)
    }
}
