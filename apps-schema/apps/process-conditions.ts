/** Without a manager the next state would belong to nobody, and then anybody could take its steps. */
export const headIsKnown = { field: "dept_head", operator: "not in", values: [""] } as const;

/** The same for the person who is asked to write. */
export const ownerIsKnown = { field: "owner", operator: "not in", values: [""] } as const;

/** The step of the first state is its creator's; only for records of others is there a second one. */
export const isOfSomebodyElse = { field: "作成者", operator: "not in", call: "LOGINUSER()" } as const;

/** Whoever has to write a record begins it; only others ask for it. */
export const isForSomebodyElse = [
  { field: "owner", operator: "not in", call: "LOGINUSER()" },
  { field: "owner_sub", operator: "not in", call: "LOGINUSER()" },
] as const;
