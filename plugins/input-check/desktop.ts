import { currentPluginId } from "../core/kintone/environment.ts";
import { registerInputCheck } from "./register-input-check.ts";
// A style sheet is imported for its effect: it has nothing to assign.
// oxlint-disable-next-line import/no-unassigned-import
import "./view/check.css";

registerInputCheck(currentPluginId(), "app.record");
