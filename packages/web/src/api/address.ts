type Values = Readonly<Record<string, unknown>>

/** Fills `:name` places of a path and adds the query; values that are undefined or null are left out of the query. */
export function address(path: string, params: Values = {}, query: Values = {}): string {
  const filled = path.replace(/:(\w+)/g, (_place, name: string) => {
    const value = params[name]
    if (typeof value !== 'string' || value === '') throw new Error(`${path} needs "${name}"`)
    return encodeURIComponent(value)
  })
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null) search.set(name, String(value))
  }
  return search.size === 0 ? filled : `${filled}?${search}`
}
