/** Whether a box names a method among its own. One that was never asked is taken to have it. */
export function isOffered(method: string, methods: readonly string[] | null): boolean {
  return methods === null || methods.includes(method)
}
