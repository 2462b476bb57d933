import { readAppCopy } from "../app-access.ts";
import type { Operation } from "../operation.ts";
import { toApp } from "./to-app.ts";

/** `GET /k/v1/app.json?id=`: a deployed app. */
export const getApp: Operation = {
  method: "GET",
  path: "/k/v1/app.json",
  reach: "live",
  right: "user",
  run: (context) => toApp(context.store, readAppCopy(context, "id").app),
};
