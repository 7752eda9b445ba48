#include "extract/extract.hpp"
#include "extract/patterns.hpp"
#include "extract/registry.hpp"
#include "identity/identity.hpp"
namespace demarche::extract {
Cast resolve_actors(const Document& document, const std::vector<Attribution>& attributions) {
    const Words words(document);
    Cast cast;
    for (const Attribution& attribution : attributions) {
        Actor actor;
        actor.kind = ActorKind::unknown;
        actor.name = "unknown";
        if (!attribution.source.empty()) {
            actor.name = words.text(words.range(attribution.source.front()));
            if (const auto match = ActorRegistry::built_in().find(actor.name)) {
                actor.name = match->entry->name;
                actor.kind = match->entry->kind;
                actor.id = match->entry->key;
            }
        }
        if (actor.id.empty()) actor.id = identity::actor_id("", actor.name);
        std::size_t at = 0;
        while (at < cast.actors.size() && cast.actors[at].id != actor.id) ++at;
        if (at == cast.actors.size()) cast.actors.push_back(actor);
        Cast::Roles roles;
        roles.holders = {at};
        cast.roles.push_back(roles);
    }
    return cast;
}
}  // namespace demarche::extract
