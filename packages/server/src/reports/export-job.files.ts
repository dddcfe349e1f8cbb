import { createReadStream, createWriteStream, mkdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ExportJobId, WorkspaceId } from '@weerklank/core/shared/ids'

type Of = { workspace: WorkspaceId; id: ExportJobId }

/** Where a file lies: in the data folder of the installation, under a name that says nothing. */
export function exportFile(dataDir: string, { workspace, id }: Of): string {
  return join(dataDir, 'exports', workspace, id)
}

/** Writes a file while it is made; readable by the program alone. Nothing is left of one that breaks off. */
export async function writeExport(path: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  try {
    await pipeline(Readable.from(chunks), createWriteStream(path, { mode: 0o600 }))
  } catch (error) {
    removeExport(path)
    throw error
  }
}

/** The file in pieces; undefined where it is not: with several processes it lies with the one that made it. */
export function readExport(path: string): ReadableStream<Uint8Array<ArrayBuffer>> | undefined {
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return undefined
  return Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array<ArrayBuffer>>
}

export function removeExport(path: string): void {
  rmSync(path, { force: true })
}
