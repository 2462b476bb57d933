import { maySee, toSpacePath } from "../../page/app-place.ts";
import type { Space, Thread } from "../../store/space-store.ts";
import type { Store } from "../../store/store.ts";
import { toPerson } from "../app/to-app.ts";
import { isListedHere } from "../space/check-guest-space.ts";
import type { SearchContext, SearchDocument } from "./search-document.ts";

/** Spaces that are there for the caller, with their threads, the comments in them and their attachments. */
export function* listSpaceDocuments({ store, caller, guestSpace = null }: SearchContext): Iterable<SearchDocument> {
  for (const space of store.spaces.list()) {
    if (isListedHere(store, { guestSpace, caller }, space) && maySee(store, space, caller)) {
      yield* listOfSpace(store, space);
    }
  }
}

function* listOfSpace(store: Store, space: Space): Iterable<SearchDocument> {
  const { createdAt, creator } = space;
  const place = { kind: "SPACE", id: space.id } as const;
  // When and by whom a thread was begun is not kept here; the space's own are answered.
  const created = { createdAt, creator: toPerson(store, creator) };
  const named = { spaceId: String(space.id), spaceName: space.name };
  const path = toSpacePath(space, false);
  yield {
    type: "SPACE",
    place,
    texts: toTexts([space.name, space.body]),
    createdAt,
    creator,
    path,
    describe: () => ({ space: { ...named, ...created } }),
  };
  for (const thread of store.spaces.threadsIn(space.id)) {
    const inThread = { ...named, threadId: String(thread.id), threadName: thread.name };
    yield {
      type: "THREAD",
      place,
      texts: toTexts([thread.name, thread.body]),
      createdAt,
      creator,
      path: `${path}/thread/${thread.id}`,
      describe: () => ({ thread: { ...inThread, ...created } }),
    };
    yield* listComments(store, thread, { place, path: `${path}/thread/${thread.id}`, inThread });
  }
}

type InThread = Pick<SearchDocument, "place" | "path"> & { readonly inThread: Readonly<Record<string, unknown>> };

function* listComments(store: Store, thread: Thread, { inThread, place, path }: InThread): Iterable<SearchDocument> {
  for (const { id, text, createdAt, creator, fileKeys } of store.spaces.commentsIn(thread.id)) {
    const told = { createdAt, creator: toPerson(store, creator) };
    const threadComment = { commentId: String(id), ...inThread, ...told };
    const at = { place, path: `${path}/${id}`, createdAt, creator };
    yield { type: "THREAD_COMMENT", ...at, texts: toTexts([text]), describe: () => ({ threadComment }) };
    for (const fileKey of fileKeys) {
      const name = store.files.read(fileKey)?.name ?? "";
      const attachment = { attachedTo: "THREAD_COMMENT", fileKey, name, ...told };
      yield { type: "ATTACHMENT", ...at, texts: toTexts([name]), describe: () => ({ attachment, threadComment }) };
    }
  }
}

/** Announcements and threads are written as rich text. */
function toTexts(texts: readonly string[]): SearchDocument["texts"] {
  return texts.map((text) => ({ text: text.replaceAll(/<[^>]*>/gu, " "), field: null }));
}
