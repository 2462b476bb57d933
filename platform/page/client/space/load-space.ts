import { readPrincipals, readText, type Principal } from "../field/read-value.ts";
import { toObject } from "../record/read-rest-record.ts";
import { callRest } from "../rest.ts";

export type SpaceView = {
  readonly id: string;
  readonly name: string;
  readonly isPrivate: boolean;
  readonly isGuest: boolean;
  readonly hasThreads: boolean;
  readonly defaultThread: string;
  /** Markup that the space's administrator wrote; `""` for none. */
  readonly body: string;
  readonly memberCount: string;
  readonly shown: {
    readonly announcement: boolean;
    readonly threads: boolean;
    readonly apps: boolean;
    readonly members: boolean;
  };
  readonly apps: readonly { readonly id: string; readonly name: string; readonly description: string }[];
  readonly members: readonly SpaceMemberView[];
  readonly threads: readonly ThreadLine[];
};

export type SpaceMemberView = {
  readonly type: "USER" | "GROUP" | "ORGANIZATION";
  readonly code: string;
  readonly name: string;
  readonly isAdmin: boolean;
  readonly includeSubs: boolean;
};

type ThreadLine = { readonly id: string; readonly name: string; readonly comments: number };

export type ThreadComment = {
  readonly id: string;
  readonly text: string;
  readonly createdAt: string;
  readonly creator: Principal;
  readonly files: readonly { readonly fileKey: string; readonly name: string }[];
};

export type ThreadView = {
  readonly name: string;
  readonly body: string;
  readonly comments: readonly ThreadComment[];
  readonly isMember: boolean;
};

/** A space with its apps, members and threads. */
export async function loadSpace(id: string): Promise<SpaceView> {
  const answer = toObject(await callRest("GET", "/k/platform/space", { id }));
  const space = toObject(answer["space"]);
  // Without a portal of its own a space shows everything beside its one thread.
  const isShown = (name: string): boolean => space[name] !== false;
  return {
    id: readText(space["id"]),
    name: readText(space["name"]),
    isPrivate: space["isPrivate"] === true,
    isGuest: space["isGuest"] === true,
    hasThreads: space["useMultiThread"] === true,
    defaultThread: readText(space["defaultThread"]),
    body: readText(space["body"]),
    memberCount: readText(space["memberCount"]),
    shown: {
      announcement: isShown("showAnnouncement"),
      threads: isShown("showThreadList"),
      apps: isShown("showAppList"),
      members: isShown("showMemberList"),
    },
    apps: listOf(space["attachedApps"]).map((app) => ({
      id: readText(app["appId"]),
      name: readText(app["name"]),
      description: readText(app["description"]),
    })),
    members: listOf(answer["members"]).map(readMember),
    threads: listOf(answer["threads"]).map((thread) => ({
      id: readText(thread["id"]),
      name: readText(thread["name"]),
      comments: Number(thread["comments"]),
    })),
  };
}

/** A thread with all its comments, newest first. */
export async function loadThread(space: string, id: string): Promise<ThreadView> {
  const answer = toObject(await callRest("GET", "/k/platform/space/thread", { space, id }));
  const thread = toObject(answer["thread"]);
  return {
    name: readText(thread["name"]),
    body: readText(thread["body"]),
    isMember: answer["isMember"] === true,
    comments: listOf(answer["comments"]).flatMap((comment) => {
      const [creator] = readPrincipals([comment["creator"]]);
      return creator === undefined
        ? []
        : [
            {
              id: readText(comment["id"]),
              text: readText(comment["text"]),
              createdAt: readText(comment["createdAt"]),
              creator,
              files: listOf(comment["files"]).map((file) => ({
                fileKey: readText(file["fileKey"]),
                name: readText(file["name"]),
              })),
            },
          ];
    }),
  };
}

function listOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.map(toObject) : [];
}

function readMember(member: Readonly<Record<string, unknown>>): SpaceMemberView {
  const type = member["type"];
  return {
    type: type === "GROUP" || type === "ORGANIZATION" ? type : "USER",
    code: readText(member["code"]),
    name: readText(member["name"]),
    isAdmin: member["isAdmin"] === true,
    includeSubs: member["includeSubs"] === true,
  };
}
