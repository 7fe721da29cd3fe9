import { Tabs } from '@mantine/core'
import classes from './page-tabs.module.css'

interface PageTabsProps<T extends string> {
  label: string
  value: T
  tabs: readonly { value: T; label: string; count?: number }[]
  onChange: (value: T) => void
  /** What the chosen tab shows. */
  children: React.ReactNode
}

/** The parts of a page as tabs; which one is open belongs to the route. */
export function PageTabs<T extends string>({ label, value, tabs, onChange, children }: PageTabsProps<T>) {
  return (
    <Tabs
      value={value}
      onChange={(next) => next !== null && onChange(next as T)}
      keepMounted={false}
      className={classes.tabs}
    >
      <Tabs.List aria-label={label} className={classes.list}>
        {tabs.map((tab) => (
          <Tabs.Tab key={tab.value} value={tab.value}>
            {tab.label}
            {tab.count !== undefined && tab.count > 0 && <span className={classes.count}>{tab.count}</span>}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={value} className={classes.panel}>
        {children}
      </Tabs.Panel>
    </Tabs>
  )
}
