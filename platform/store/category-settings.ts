/** A category of an app's records with those below it, in display order. */
export type Category = { readonly id: number; readonly name: string; readonly children: readonly Category[] };

/** Missing in an app that never had any. */
export type CategorySettings = { readonly enabled: boolean; readonly tree: readonly Category[] };

export const noCategories: CategorySettings = { enabled: false, tree: [] };

/** Every category, each before those below it. */
export function listCategories(tree: readonly Category[]): readonly Category[] {
  return tree.flatMap((category) => [category, ...listCategories(category.children)]);
}

/** The names of all categories in display order, each once: two below different parents may share one. */
export function listCategoryNames(tree: readonly Category[]): readonly string[] {
  return [...new Set(listCategories(tree).map(({ name }) => name))];
}

/** The category of an id with the names that a record in it, or in one below it, has. */
export function findCategory(
  tree: readonly Category[],
  id: number,
): { readonly name: string; readonly names: readonly string[] } | null {
  const found = listCategories(tree).find((category) => category.id === id);
  return found === undefined ? null : { name: found.name, names: listCategoryNames([found]) };
}

export type CategoryAnswer = { readonly [name: string]: { name: string; index: string; children: CategoryAnswer } };

/** The tree as `kintone.app.getCategories()` and `GET app/categories.json` answer it, by name. */
export function toCategoryAnswer(tree: readonly Category[]): CategoryAnswer {
  return Object.fromEntries(
    tree.map(({ name, children }, index) => [
      name,
      { name, index: String(index), children: toCategoryAnswer(children) },
    ]),
  );
}
