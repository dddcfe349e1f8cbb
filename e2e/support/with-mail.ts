import { mailServer } from '../../packages/server/src/mail/mail-server.fixture.ts'
import { test as quiet } from './quiet.ts'

export type Post = Awaited<ReturnType<typeof mailServer>>

/** The product with a mail server beside it. */
export const test = quiet.extend<object, { post: Post }>({
  post: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the fixtures that are used as a pattern
    async ({}, use) => {
      const server = await mailServer()
      await use(server)
      await server.close()
    },
    { scope: 'worker' },
  ],
  extraSettings: [async ({ post }, use) => use({ SMTP_URL: post.url }), { scope: 'worker' }],
})
