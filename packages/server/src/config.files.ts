import { readFileSync } from 'node:fs'

/** The settings that hold a secret. Each may come from a file instead, named by the same setting with `_FILE` behind it. */
export const secretSettings = [
  'WEERKLANK_SECRET',
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'SMTP_URL',
  'OIDC_CLIENT_SECRET',
] as const

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Puts what stands in the files in the place of the settings that name them. Gives the settings, or a sentence for each
 * file that cannot be used; never what stands in it. An end of line at the end of a file is no part of the secret.
 */
export function readSecretFiles(env: Environment): { env: Environment; problems: string[] } {
  const found: Record<string, string> = {}
  const problems: string[] = []
  for (const name of secretSettings) {
    const path = env[`${name}_FILE`]
    if (path === undefined || path === '') continue
    if (env[name] !== undefined && env[name] !== '') {
      problems.push(`${name}_FILE: ${name} is set as well; keep one of them`)
      continue
    }
    const secret = readSecret(path)
    if ('problem' in secret) problems.push(`${name}_FILE: ${secret.problem}`)
    else found[name] = secret.value
  }
  return { env: { ...env, ...found }, problems }
}

function readSecret(path: string): { value: string } | { problem: string } {
  try {
    const value = readFileSync(path, 'utf8').replace(/\r?\n$/, '')
    return value === '' ? { problem: `the file ${path} is empty` } : { value }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'
    return { problem: `the file ${path} cannot be read (${code})` }
  }
}
