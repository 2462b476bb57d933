import type { ReactElement } from "react";
import { spaceMessages as text } from "../messages/space-messages.ts";
import { translate } from "../shell/translate.ts";
import type { SpaceMemberView } from "./load-space.ts";

const kinds = { USER: text.user, GROUP: text.group, ORGANIZATION: text.organization } as const;

/** Who belongs to a space, as it was set: people, groups, organizations. */
export function SpaceMembers({ members }: { readonly members: readonly SpaceMemberView[] }): ReactElement {
  return (
    <section className="kp-card kp-section" aria-labelledby="kp-space-members">
      <h2 id="kp-space-members">{translate(text.members)}</h2>
      <ul className="kp-plain-list kp-space-lines">
        {members.map((member) => (
          <li key={`${member.type} ${member.code}`}>
            <span>
              {member.name} {member.isAdmin ? <span className="kp-tag">{translate(text.admin)}</span> : null}
            </span>
            <span className="kp-muted">
              {translate(kinds[member.type])}
              {member.includeSubs ? `・${translate(text.withSubs)}` : ""}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
