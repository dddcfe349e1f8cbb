import { readFileSync } from 'node:fs'

const sourceOf = (name: string) => readFileSync(new URL(`../browser/${name}.js`, import.meta.url), 'utf8')

/**
 * The script of a page that is tried out: that of the page itself, which begins again with each page that comes, and what tells
 * the screen around it. It is not made small: no respondent loads it.
 */
export const tryScript = `try {
const begin = () => {
try {
${sourceOf('form')}
} catch {}
}
begin()
window.addEventListener('page', begin)
${sourceOf('try')}
} catch {}`
