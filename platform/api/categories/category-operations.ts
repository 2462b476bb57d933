import { type Place, placeOf } from "../../settings/fault.ts";
import { parseCategories } from "../../settings/parse-categories.ts";
import { readFlag } from "../../settings/read-value.ts";
import type { AppSettings, StoredField } from "../../store/app-settings.ts";
import {
  type CategorySettings,
  listCategories,
  noCategories,
  toCategoryAnswer,
} from "../../store/category-settings.ts";
import { nextNumber } from "../../store/counter.ts";
import { readAppCopy, writeSettings } from "../app-access.ts";
import { checkLang } from "../check-lang.ts";
import type { Operation, OperationContext } from "../operation.ts";

const path = "/k/v1/app/categories.json";

/**
 * `GET app/categories.json`: enabled, the tree by name, revision. Of kintone's API lab (official pages get-categories and
 * update-categories): there it works after an administrator has switched it on, here always.
 */
export const getCategories: Operation = {
  method: "GET",
  path,
  reach: "both",
  right: "user",
  run: (context) => {
    checkLang(context.params);
    const { settings, revision } = readAppCopy(context);
    const { enabled, tree } = settings.categories ?? noCategories;
    return { enabled, categories: toCategoryAnswer(tree), revision };
  },
};

/** `PUT preview/app/categories.json`: enabled?, categories? by their present names, revision? → {revision}. */
export const putCategories: Operation = {
  method: "PUT",
  path,
  reach: "preview",
  right: "manage",
  run: (context) => {
    const { revision } = writeSettings(context, ({ preview }, place) =>
      withCategories(preview, readCategories(context, preview.categories ?? noCategories, place)),
    );
    return { revision };
  },
};

function readCategories(
  { params, store }: OperationContext,
  { enabled, tree }: CategorySettings,
  place: Place,
): CategorySettings {
  const { categories } = params;
  return {
    enabled: readFlag(placeOf(place, "enabled"), params["enabled"], enabled),
    tree:
      categories === undefined || categories === null
        ? tree
        : parseCategories(placeOf(place, "categories"), categories, {
            before: tree,
            allocateId: () => nextNumber(store.db, "category"),
          }),
  };
}

/** The field of categories follows its settings; by the numbers a deploy finds the records of a category that got another name. */
function withCategories(settings: AppSettings, categories: CategorySettings): AppSettings {
  const names = Object.fromEntries(listCategories(categories.tree).map(({ name, id }) => [name, id]));
  const toField = (field: StoredField): StoredField => ({
    ...field,
    property: { ...field.property, enabled: categories.enabled },
    optionIds: names,
  });
  return {
    ...settings,
    categories,
    fields: settings.fields.map((field) => (field.type === "CATEGORY" ? toField(field) : field)),
  };
}
