import { administratorsGroup, everyoneGroup } from "./group-store.ts";
import type { Store } from "./store.ts";

/** What a new data folder starts with: the two built-in groups and the administrator `admin`. */
export function createFirstAccounts(store: Store, passwordHash: string, now: Date): void {
  store.transaction(() => {
    store.groups.add({ code: administratorsGroup, name: "Administrators", description: "" });
    store.groups.add({ code: everyoneGroup, name: "Everyone", description: "" });
    store.users.add({ code: "admin", name: "Administrator", passwordHash }, now);
    store.groups.saveOfUser("admin", [administratorsGroup]);
  });
}
