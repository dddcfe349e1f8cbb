/**
 * Finding an item by its linkId without walking all answers. Forms say `%resource.descendants().where(linkId='x')` in hundreds of
 * expressions; the engine makes a node of each answer for each of them, which takes minutes of a form of many questions.
 */
import { isObject } from '@weerklank/core/feedback/fhir.json'

type Item = { linkId?: unknown; answer?: unknown; item?: unknown }

/** Where is looked: at any depth, at any depth of groups, or at the top. */
const reaches = { itemsAnywhere: 'descendants()', itemsInGroups: 'repeat(item)', itemsOnTop: 'item' } as const
type Reach = keyof typeof reaches

const searches = Object.entries(reaches).map(([name, path]) => ({
  name,
  pattern: new RegExp(
    `%(?:resource|rootResource|QuestionnaireResponse)\\s*\\.\\s*${path.replace(/[()]/g, '\\s*\\$&\\s*')}\\s*\\.\\s*where\\(\\s*linkId\\s*=\\s*'([^']*)'\\s*\\)`,
    'g',
  ),
}))

/** What may hide a quotation mark: a remark, a name in backticks, a backslash in a text. */
const unclear = /[\\`"]|\/\/|\/\*/

/** The expression with such searches as functions of our own; the same where it is not plain that they are searches. */
export function withLookups(expression: string): string {
  if (unclear.test(expression) || !expression.includes('linkId')) return expression
  let text = expression
  for (const { name, pattern } of searches) {
    text = text.replace(pattern, (whole, linkId: string, at: number) =>
      // Inside a text it is a part of that text.
      isInText(text, at) ? whole : `%resource.${name}('${linkId}')`,
    )
  }
  return text
}

/**
 * The expression with `''` for each text and `1` for each number: whether it is well written does not depend on what they say.
 * Numbers that may be part of a name, a date or another sign stay.
 */
export function shapeOf(expression: string): string {
  if (unclear.test(expression)) return expression
  return expression.replace(/'[^']*'/g, "''").replace(/(?<![\w@.:+$%-])\d+(?:\.\d+)?(?![\w.:+-])/g, '1')
}

const isInText = (text: string, at: number) => (text.slice(0, at).split("'").length - 1) % 2 === 1

/** The same search, as the engine does it from the response. */
export const walkOf = (reach: Reach, linkId: string) => `${reaches[reach]}.where(linkId='${linkId}')`

/** The item of one response with a linkId, when there is one; looked up again after the response changed (`renew`). */
export type Lookup = { find: (reach: Reach, linkId: string) => object | 'several' | null; renew: () => void }

type Found = { item: object; isOnTop: boolean; isInGroups: boolean }

export function newLookup(response: Item): Lookup {
  let index: Map<string, Found[]> | null = null
  return {
    renew: () => {
      index = null
    },
    find: (reach, linkId) => {
      index ??= indexOf(response)
      const [one, ...others] = index.get(linkId) ?? []
      if (others.length > 0) return 'several'
      if (one === undefined) return null
      const isThere = reach === 'itemsAnywhere' || (reach === 'itemsOnTop' ? one.isOnTop : one.isInGroups)
      return isThere ? one.item : null
    },
  }
}

function indexOf(response: Item): Map<string, Found[]> {
  const found = new Map<string, Found[]>()
  const open = itemsIn(response)
    .map((item) => ({ item, isOnTop: true, isInGroups: true }))
    .toReversed()
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { item, isInGroups } = at
    if (typeof item.linkId === 'string') {
      const same = found.get(item.linkId)
      if (same === undefined) found.set(item.linkId, [at])
      else same.push(at)
    }
    const answers = Array.isArray(item.answer) ? item.answer.filter(isObject) : []
    for (const answer of answers.toReversed())
      for (const child of itemsIn(answer).toReversed())
        open.push({ item: child, isOnTop: false, isInGroups: false })
    for (const child of itemsIn(item).toReversed()) open.push({ item: child, isOnTop: false, isInGroups })
  }
  return found
}

const itemsIn = ({ item }: Item): Item[] => (Array.isArray(item) ? item.filter(isObject) : [])

export const reachNames = Object.keys(reaches) as readonly Reach[]
