/** What has to be tidied at the end of a test file. Files of one worker share their modules, so `afterAll` of a module would count for the first file only. */
const waiting: (() => Promise<void>)[] = []

export function atEndOfFile(tidy: () => Promise<void>): void {
  waiting.push(tidy)
}

/** Does it, the last asked first. */
export async function tidyFile(): Promise<void> {
  for (let tidy = waiting.pop(); tidy !== undefined; tidy = waiting.pop()) await tidy()
}
