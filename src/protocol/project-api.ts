import type { Differing } from '../core/desk/duplicates/differing'
import type { Outcome } from '../core/errors/outcome'
import type { ProjectMark, ProjectTag } from '../core/exports/project/project-file'
import type { ScoringRules } from '../core/exports/project/project-settings'
import type { Mark } from '../core/tasks/own/marks'

/** A file of a project, unpacked: its parts by their names. */
export interface ProjectFile {
  /** What the file is called, for what is said of it. */
  readonly name: string
  readonly parts: ReadonlyMap<string, Blob>
}

/** What a project holds beside its pictures, which have become a list of their own. */
export interface ImportedProject {
  readonly tags: readonly (Omit<ProjectTag, 'picture'> & { readonly picture: Blob | null })[]
  readonly scoring: ScoringRules
  readonly learns: boolean
  readonly marks: readonly (Omit<ProjectMark, 'model'> & Pick<Mark, 'encoded'>)[]
  readonly differing: readonly Differing['sha256s'][]
  readonly pictures: number
  /** Keys of the models whose numbers it has. */
  readonly models: readonly string[]
}

/** Projects of other machines (ADR 51). */
export interface ProjectApi {
  /**
   * Reads a project, and makes its pictures a new list: all of it or nothing. What is known here of a picture already counts
   * more than what the project says of it. Fails with `VALIDATION_ERROR` and what is wrong with the file.
   * @param setId of the new list.
   * @param onProgress told of pictures that are written, of how many.
   * @returns `null` where nothing can be kept.
   */
  importProject(
    setId: string,
    file: ProjectFile,
    onProgress: (done: number, total: number) => void,
    signal: AbortSignal,
  ): Promise<Outcome<ImportedProject | null>>
  /** SHA-256 of a file, hex; `null` where it cannot be read, or this page has nothing to tell it with. */
  hashOf(file: Blob): Promise<Outcome<string | null>>
}
