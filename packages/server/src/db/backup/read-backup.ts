import { damaged } from './backup-error.ts'
import { type Manifest, readManifest } from './manifest.ts'
import { openSealed, type SealedContent } from './sealed-file.ts'
import { ContentEnds, readSections, type SectionReader } from './sections.ts'

/** A backup whose file was checked from the first byte to the last. */
export type Backup = {
  path: string
  manifest: Manifest
  /** Lets the work read what comes after the manifest; what it finds wrong there makes the file a damaged one. */
  read: <T>(work: (sections: SectionReader) => Promise<T>) => Promise<T>
}

/** Checks a backup and reads what is in it; rejects with a BackupError that says why it cannot be used. */
export async function openBackup(path: string): Promise<Backup> {
  const open = await openSealed(path)
  const read = async <T>(work: (sections: SectionReader, manifest: Manifest) => Promise<T>) => {
    const content = open()
    try {
      return await work(...(await begin(content, path)))
    } catch (error) {
      throw error instanceof ContentEnds ? damaged(path, error) : error
    } finally {
      content.close()
    }
  }
  return { path, manifest: await read(async (_, manifest) => manifest), read }
}

async function begin(content: SealedContent, path: string): Promise<[SectionReader, Manifest]> {
  const sections = readSections(content.chunks)
  const manifest = readManifest(await sections.line())
  if (manifest === undefined) throw damaged(path)
  return [sections, manifest]
}
