import { execFileSync, spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { namespacesMissing, sweepDeadLabs } from '../../support/namespaces.ts'

const missing = namespacesMissing()
const names = () => execFileSync('ip', ['netns', 'list']).toString() + execFileSync('ip', ['-o', 'link']).toString()

it.skipIf(missing)(
  `what a killed test left behind is swept away, what lives stays${missing ? ` (${missing})` : ''}`,
  () => {
    const dead = spawnSync('true').pid
    const own = process.pid
    const add = (pid: number) => {
      execFileSync('ip', ['netns', 'add', `fa-${pid}-99-x`])
      execFileSync('ip', ['link', 'add', `fa${pid}`, 'type', 'veth', 'peer', 'name', `fp${pid}`])
    }
    add(dead)
    add(own)
    try {
      sweepDeadLabs()
      expect(names()).not.toMatch(new RegExp(`fa-${dead}-|fa${dead}:`))
      expect(names()).toContain(`fa-${own}-99-x`)
      expect(names()).toContain(`fa${own}:`)
    } finally {
      execFileSync('ip', ['netns', 'del', `fa-${own}-99-x`])
      execFileSync('ip', ['link', 'del', `fa${own}`])
    }
  },
)
