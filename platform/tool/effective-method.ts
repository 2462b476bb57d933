/** The method that counts: long GET requests come as POST with an override (fact sheet §1.2). */
export function effectiveMethod(request: Request): string {
  const override = request.headers.get("x-http-method-override");
  return request.method === "POST" && override !== null ? override.toUpperCase().slice(0, 16) : request.method;
}
