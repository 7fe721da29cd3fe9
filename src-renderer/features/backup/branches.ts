/** Whether a text names a branch of a box's tree: the whole of it has a choice of its own. */
export function isBranch(text: string): boolean {
  return /^(?:Device|InternetGatewayDevice)\.(?:[\w-]+\.)+$/.test(text)
}

/** The objects below the root of a tree, by its paths, in order. */
export function branchesOf(paths: Iterable<string>): string[] {
  const found = new Set<string>()
  for (const path of paths) {
    const [branch] = /^[^.]+\.[^.]+\./.exec(path) ?? []
    if (branch !== undefined) found.add(branch)
  }
  return [...found].sort()
}
