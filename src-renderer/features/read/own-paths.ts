/** What the field for own paths holds. */
export interface OwnPaths {
  paths: string[]
  /** The first line that is no path, numbered from one. */
  problem: { line: number; path: string } | null
}

const longestPath = 256
const component = /^(?:[A-Za-z_][\w-]*|\d+|\[[^\]]+\])$/

/**
 * Reads paths as they are pasted: one on a line or several with commas, quotes and blanks around them. Names are not looked
 * up anywhere: whether a path exists is for the box to say.
 */
export function parseOwnPaths(text: string): OwnPaths {
  const paths: string[] = []
  for (const [index, line] of text.split('\n').entries()) {
    for (const piece of line.split(/[,;\t]/)) {
      const path = piece.trim().replaceAll(/^["']|["']$/g, '')
      if (path === '') continue
      if (!isPath(path)) return { paths, problem: { line: index + 1, path: path.slice(0, 80) } }
      paths.push(path)
    }
  }
  return { paths: [...new Set(paths)], problem: null }
}

function isPath(path: string): boolean {
  const components = (path.endsWith('.') ? path.slice(0, -1) : path).split('.')
  return path.length <= longestPath && components.every((one) => component.test(one))
}
