import type { AppKey } from "../../../apps-schema/schema/app-key.ts";

/** Id of an app that an earlier step creates. */
export function appPlaceholder(key: AppKey): string {
  return `\${app:${key}}`;
}

/** Revision of an app's settings that the write before this one answered. */
export function revisionPlaceholder(key: AppKey): string {
  return `\${revision:${key}}`;
}

/** Key of a file that an earlier request uploaded. */
export function filePlaceholder(name: string): string {
  return `\${file:${name}}`;
}

/** Name of kintone's own list 「（作業者が自分）」, which appears when process management is switched on. */
export function assigneeViewPlaceholder(key: AppKey): string {
  return `\${assignee-view:${key}}`;
}

/** First 8 hex digits of the SHA-256 of the settings file, known when every app id in it is. */
export const hashPlaceholder = "${hash}";

/** Name and time of the release that a run makes, which are known when it begins. */
export const releasePlaceholder = "${release}";

export const placeholderPattern = /\$\{([a-z-]+(?::[a-z_-]+)?)\}/gu;

export function hasPlaceholder(text: string): boolean {
  return text.search(placeholderPattern) >= 0;
}
