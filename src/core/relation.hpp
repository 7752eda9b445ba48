// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace demarche {

/// What kind of act or attitude a source takes; closed.
enum class Relation {
    states,
    denies,
    acknowledges,
    believes,
    questions,
    supports,
    praises,
    agrees,
    opposes,
    criticizes,
    rejects,
    worries,
    proposes,
    requests,
    demands,
    warns,
    threatens,
    commits,
    plans,
    considers,
    refuses,
    wants,
    decides,
    defers,
    withholds,
};

/// Whether the cue is negated. "did not support" is negated; "denies" is not.
enum class Polarity { affirmed, negated };

/// Whether the act happened: actual; hypothetical (if, would, may); unknown (a question).
enum class Factuality { actual, hypothetical, unknown };

/// Where a relation stands in the diagram: one colour, line and arrow a family.
enum class RelationFamily { favour, directive, acceptance, neutral, against, authority };

/// What holds of a relation wherever it occurs.
struct RelationFacts {
    Relation relation;
    std::string_view name;          ///< as written in every format; also the predicate's local name
    std::string_view negated_name;  ///< local name of the negated predicate
    std::string_view negated_phrase;  ///< for people: "does not support"
    std::string_view meaning;
    double stance;            ///< of the holder to the affirmed proposition, -1 to 1
    double negated_stance;    ///< the same where the cue is negated; not the stance's negative
    std::string_view cameo;   ///< nearest CAMEO root code or 3-digit code
    std::string_view plover;  ///< nearest PLOVER event type; empty where PLOVER has none
    RelationFamily family;
};

/// One row a relation, in the order of the enumeration. The figures and codes are judgements made
/// by hand after CAMEO 1.1b3 and the PLOVER codebook; ISO 24617-2 keeps understanding apart from
/// accepting, and so does `acknowledges`.
inline constexpr std::array<RelationFacts, 25> relation_table = {{
    {Relation::states, "states", "doesNotState", "does not state",
     "says that something is so, without a stance of its own", 0, 0, "010", "",
     RelationFamily::neutral},
    {Relation::denies, "denies", "doesNotDeny", "does not deny", "says that something is not true",
     -0.7, 0.1, "016", "", RelationFamily::against},
    {Relation::acknowledges, "acknowledges", "doesNotAcknowledge", "does not acknowledge",
     "takes note of, recognises or concedes", 0.1, 0, "010", "", RelationFamily::neutral},
    {Relation::believes, "believes", "doesNotBelieve", "does not believe",
     "thinks, knows, expects or predicts", 0, 0, "010", "", RelationFamily::neutral},
    {Relation::questions, "questions", "doesNotQuestion", "does not question",
     "asks for information or raises a doubt", -0.2, 0, "010", "", RelationFamily::neutral},
    {Relation::supports, "supports", "doesNotSupport", "does not support",
     "backs, endorses, favours, defends or votes for", 1, -0.4, "051", "SUPPORT",
     RelationFamily::favour},
    {Relation::praises, "praises", "doesNotPraise", "does not praise",
     "welcomes, hails or applauds", 0.8, -0.2, "051", "SUPPORT", RelationFamily::favour},
    {Relation::agrees, "agrees", "doesNotAgree", "does not agree",
     "agrees with, accepts or consents to", 0.8, -0.6, "030", "AGREE", RelationFamily::acceptance},
    {Relation::opposes, "opposes", "doesNotOppose", "does not oppose",
     "is against, objects to or resists", -1, 0.2, "110", "ACCUSE", RelationFamily::against},
    {Relation::criticizes, "criticizes", "doesNotCriticize", "does not criticize",
     "condemns, accuses, blames or attacks", -0.8, 0, "111", "ACCUSE", RelationFamily::against},
    {Relation::rejects, "rejects", "doesNotReject", "does not reject",
     "turns down a proposal, request or claim", -1, 0.1, "120", "REJECT", RelationFamily::against},
    {Relation::worries, "worries", "doesNotWorry", "does not worry", "is concerned about or fears",
     -0.5, 0.1, "012", "", RelationFamily::against},
    {Relation::proposes, "proposes", "doesNotPropose", "does not propose",
     "suggests, recommends, offers or puts forward", 0.8, 0, "020", "", RelationFamily::directive},
    {Relation::requests, "requests", "doesNotRequest", "does not request",
     "asks for, seeks, urges or calls for", 0.7, 0, "020", "REQUEST", RelationFamily::directive},
    {Relation::demands, "demands", "doesNotDemand", "does not demand",
     "insists on, or says that something must be done", 1, 0, "100", "REQUEST",
     RelationFamily::directive},
    {Relation::warns, "warns", "doesNotWarn", "does not warn", "warns or cautions", -0.6, 0, "130",
     "THREATEN", RelationFamily::against},
    {Relation::threatens, "threatens", "doesNotThreaten", "does not threaten",
     "threatens harm or a sanction", -0.9, 0.1, "130", "THREATEN", RelationFamily::against},
    {Relation::commits, "commits", "doesNotCommit", "does not commit to",
     "promises, pledges or announces a firm course of its own", 0.9, -0.3, "030", "AGREE",
     RelationFamily::favour},
    {Relation::plans, "plans", "doesNotPlan", "does not plan",
     "plans, intends, prepares or tries to do itself", 0.7, -0.3, "030", "",
     RelationFamily::favour},
    {Relation::considers, "considers", "doesNotConsider", "does not consider",
     "weighs, reviews or is open to", 0, -0.3, "014", "", RelationFamily::neutral},
    {Relation::refuses, "refuses", "doesNotRefuse", "does not refuse",
     "will not do an act of its own", -0.9, 0.2, "120", "REJECT", RelationFamily::against},
    {Relation::wants, "wants", "doesNotWant", "does not want",
     "wants, hopes or wishes, asking nobody in particular", 0.7, -0.5, "020", "",
     RelationFamily::favour},
    {Relation::decides, "decides", "doesNotDecide", "does not decide",
     "rules, orders, approves, adopts or appoints by authority", 0.9, -0.3, "030", "AGREE",
     RelationFamily::authority},
    {Relation::defers, "defers", "doesNotDefer", "does not defer",
     "says that it is for the target to decide or answer", 0, 0, "011", "",
     RelationFamily::authority},
    {Relation::withholds, "withholds", "doesNotWithhold", "does not withhold",
     "declines to comment or takes no position", 0, 0, "011", "", RelationFamily::neutral},
}};

/// The row of `relation`. Constant time.
[[nodiscard]] constexpr const RelationFacts& facts(Relation relation) {
    return relation_table[static_cast<std::size_t>(relation)];
}

/// "supports", "denies": as written in every format.
[[nodiscard]] constexpr std::string_view name(Relation relation) {
    return facts(relation).name;
}

[[nodiscard]] constexpr std::string_view name(Polarity polarity) {
    switch (polarity) {
        case Polarity::affirmed: return "affirmed";
        case Polarity::negated: return "negated";
    }
    return {};
}

[[nodiscard]] constexpr std::string_view name(Factuality factuality) {
    switch (factuality) {
        case Factuality::actual: return "actual";
        case Factuality::hypothetical: return "hypothetical";
        case Factuality::unknown: return "unknown";
    }
    return {};
}

[[nodiscard]] constexpr std::string_view name(RelationFamily family) {
    switch (family) {
        case RelationFamily::favour: return "favour";
        case RelationFamily::directive: return "directive";
        case RelationFamily::acceptance: return "acceptance";
        case RelationFamily::neutral: return "neutral";
        case RelationFamily::against: return "against";
        case RelationFamily::authority: return "authority";
    }
    return {};
}

/// The holder's attitude to the affirmative proposition, -1 to 1, by the table.
[[nodiscard]] constexpr double stance_of(Relation relation, Polarity polarity) {
    return polarity == Polarity::affirmed ? facts(relation).stance : facts(relation).negated_stance;
}

/// Below this the stance is neutral and is never shown as agreement or disagreement.
inline constexpr double neutral_stance = 0.15;

}  // namespace demarche
