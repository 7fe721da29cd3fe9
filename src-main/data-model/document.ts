import type { XmlElement } from './xml-tree.ts'

/** Something that a document takes from another file. */
export interface Import {
  kind: 'dataType' | 'component' | 'model'
  /** What it is called here. */
  name: string
  /** What it is called there. */
  ref: string
  file: string
}

/** One file, with its parts by name; parts of other files are found through `imported`. */
export interface ModelFile {
  file: string
  root: XmlElement
  imports: Import[]
  imported: Map<string, ModelFile>
}

/** A part and the file in whose names it speaks. */
export interface Part {
  element: XmlElement
  home: ModelFile
}

/** Elements that say nothing about parameters; leaving them out makes the tree a third smaller. */
export const skippedElements = ['profile', 'bibliography', 'template', 'uniqueKey', 'glossary', 'abbreviations']

/** A file as it was read; imports are not looked for yet. */
export function modelFileOf(file: string, root: XmlElement): ModelFile {
  const imports = root.children
    .filter(({ name }) => name === 'import')
    .flatMap((element) =>
      element.children.flatMap(({ name, attributes }): Import[] =>
        name === 'dataType' || name === 'component' || name === 'model'
          ? [
              {
                kind: name,
                name: attributes.name ?? '',
                ref: attributes.ref ?? attributes.name ?? '',
                file: element.attributes.file ?? '',
              },
            ]
          : [],
      ),
    )
  return { file, root, imports, imported: new Map() }
}

/** The part of that name, in the file or where the file takes it from; undefined where there is none. */
export function findPart(home: ModelFile, kind: Import['kind'], name: string, depth = 0): Part | undefined {
  const own = home.root.children.find((child) => child.name === kind && child.attributes.name === name)
  if (own) return { element: own, home }
  const taken = home.imports.find((one) => one.kind === kind && one.name === name)
  const from = taken && home.imported.get(taken.file)
  return from && depth < 20 ? findPart(from, kind, taken.ref, depth + 1) : undefined
}

/** The model that a file is about: its last one. */
export function mainModel({ root }: ModelFile): XmlElement | undefined {
  return root.name === 'document' ? root.children.filter(({ name }) => name === 'model').at(-1) : undefined
}
