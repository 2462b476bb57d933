import type { ReactElement } from "react";

const paths = {
  add: "M12 5v14M5 12h14",
  filter: "M4 6h16M7 12h10M10 18h4",
  edit: "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
  remove: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
  save: "M5 12l5 5 9-10",
  cancel: "M6 6l12 12M18 6L6 18",
  open: "M9 6l6 6-6 6",
  previous: "M15 6l-6 6 6 6",
  up: "M12 19V5M6 11l6-6 6 6",
  down: "M12 5v14M6 13l6 6 6-6",
  sort: "M8 10l4-4 4 4M8 14l4 4 4-4",
  graph: "M5 20v-9M12 20V4M19 20v-6",
  settings: "M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5",
  stop: "M8 3h8l5 5v8l-5 5H8l-5-5V8zM12 8v5M12 16.5v.1",
  caution: "M12 4L2.5 20h19zM12 10v5M12 17.5v.1",
  done: "M12 3a9 9 0 100 18 9 9 0 000-18zM8 12l3 3 5-6",
  information: "M12 3a9 9 0 100 18 9 9 0 000-18zM12 11v6M12 7.5v.1",
  table: "M4 5h16v14H4zM4 10h16M4 14.5h16M10 10v9",
  reload: "M19 8a8 8 0 10.9 6M19 4v4h-4",
} as const;

export type IconName = keyof typeof paths;

/** A line drawing beside a word; never the only carrier of a meaning. */
export function Icon({ name }: { readonly name: IconName }): ReactElement {
  return (
    <svg className="kp-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
