import type { Route } from '../stores/route.ts'
import { AlarmsPage } from './alarms/alarms-page.tsx'
import { BackupPage } from './backup/backup-page.tsx'
import { RestorePage } from './backup/restore-page.tsx'
import { CollectPage } from './collect/collect-page.tsx'
import { ComparePage } from './compare/compare-page.tsx'
import { ConsolePage } from './console/console-page.tsx'
import { CredentialsPage } from './credentials/credentials-page.tsx'
import { DataModelsPage } from './data-models/data-models-page.tsx'
import { DevicePage } from './device/device-page.tsx'
import { DevicesPage } from './devices/devices-page.tsx'
import { DiagnosePage } from './diagnose/diagnose-page.tsx'
import { ExplorerPage } from './explorer/explorer-page.tsx'
import { FaultsPage } from './faults/faults-page.tsx'
import { FirmwarePage } from './firmware/firmware-page.tsx'
import { HistoryPage } from './history/history-page.tsx'
import { JobPage } from './history/job-page.tsx'
import { SnapshotPage } from './history/snapshot-page.tsx'
import { HomePage } from './home/home-page.tsx'
import { MonitorPage } from './monitor/monitor-page.tsx'
import { ProvisionPage } from './provision/provision-page.tsx'
import { QuirksPage } from './quirks/quirks-page.tsx'
import { ReachPage } from './reach/reach-page.tsx'
import { ReadPage } from './read/read-page.tsx'
import { SettingsPage } from './settings/settings-page.tsx'
import { TemplatePage } from './templates/template-page.tsx'
import { TracePage } from './trace/trace-page.tsx'

/** The page of a route: the one place that knows them all. */
export function PageView({ route }: { route: Route }) {
  switch (route.page) {
    case 'home':
      return <HomePage />
    case 'devices':
      return <DevicesPage {...route} />
    case 'device':
      return <DevicePage id={route.id} />
    case 'console':
      return <ConsolePage {...route} />
    case 'reach':
      return <ReachPage {...route} />
    case 'faults':
      return <FaultsPage {...route} />
    case 'quirks':
      return <QuirksPage {...route} />
    case 'credentials':
      return <CredentialsPage {...route} />
    case 'read':
      return <ReadPage {...route} />
    case 'backup':
      return <BackupPage {...route} />
    case 'dataModels':
      return <DataModelsPage />
    case 'restore':
      return <RestorePage {...route} />
    case 'compare':
      return <ComparePage {...route} />
    case 'explorer':
      return <ExplorerPage {...route} />
    case 'provision':
      return <ProvisionPage {...route} />
    case 'template':
      return <TemplatePage {...route} />
    case 'firmware':
      return <FirmwarePage {...route} />
    case 'alarms':
      return <AlarmsPage {...route} />
    case 'diagnose':
      return <DiagnosePage {...route} />
    case 'monitor':
      return <MonitorPage {...route} />
    case 'collect':
      return <CollectPage {...route} />
    case 'job':
      return <JobPage id={route.id} />
    case 'trace':
      return <TracePage {...route} />
    case 'history':
      return <HistoryPage />
    case 'snapshot':
      return <SnapshotPage id={route.id} />
    case 'settings':
      return <SettingsPage {...route} />
  }
}
