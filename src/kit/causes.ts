/** What an error says, and what each says that it wraps, a line each: Eleventy's `originalError`, or a `cause`. */
export function causesOf(error: unknown): string {
  const messages: string[] = [];
  for (let cause: unknown = error; cause instanceof Error; cause = originOf(cause))
    messages.push(cause.message);
  return messages.length > 0 ? messages.join("\n") : String(error);
}

function originOf(error: Error & { readonly originalError?: unknown }): unknown {
  return error.originalError ?? error.cause;
}
