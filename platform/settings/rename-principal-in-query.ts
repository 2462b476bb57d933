/** One piece of a condition: a string in double quotes, a run of name characters, or one other character. */
const piecePattern = /"(?:[^"\\]|\\.)*"?|[^\s"()=!<>,]+|[\s\S]/gu;

/** A condition in which someone has another code: only what is compared with a field that holds such codes is changed. */
export function renamePrincipalInQuery(
  query: string,
  fields: ReadonlySet<string>,
  { from, to }: { readonly from: string; readonly to: string },
): string {
  const [before, after] = [JSON.stringify(from), JSON.stringify(to)];
  let isAboutPeople = false;
  return query.replaceAll(piecePattern, (piece) => {
    if (fields.has(piece)) {
      isAboutPeople = true;
    } else if (/^(?:and|or)$/iu.test(piece)) {
      isAboutPeople = false;
    }
    return isAboutPeople && piece === before ? after : piece;
  });
}
