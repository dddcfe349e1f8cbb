import { dirname } from 'node:path'
import { codeOf } from '../db/embedded/embedded-error.ts'
import { CommandError } from './on-database.ts'

/** Turns what the file system said about a file of the user's into a sentence; anything else stays what it was. */
export function explainFile(error: unknown, path: string): unknown {
  const sentence = sentenceFor(codeOf(error), path)
  return sentence === undefined ? error : new CommandError(sentence)
}

function sentenceFor(code: string | undefined, path: string): string | undefined {
  switch (code) {
    case 'ENOENT':
      return `There is no file ${path}, or no folder ${dirname(path)}.`
    case 'EEXIST':
      return `The file ${path} exists already: choose another name, or replace it with --force.`
    case 'ENOTDIR':
      return `Part of the path ${path} is a file, not a folder.`
    case 'EISDIR':
    case 'ENOTEMPTY':
      return `${path} is a folder: name a file in it.`
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `This user may not read or write ${path}.`
    case 'ENOSPC':
    case 'EDQUOT':
      return `The disk that holds ${dirname(path)} is full, so there is no backup: make room, or choose another folder.`
    default:
      return undefined
  }
}
