import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-icon/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { connectHost, pageData } from '../shared/host';
import type { EvidenceData, EvidenceState, EvidenceToExtension, EvidenceToPage } from './messages';
import { EvidenceView } from './view';

const host = connectHost<EvidenceToExtension, EvidenceToPage, EvidenceState>();
document.getElementById('root')?.append(new EvidenceView(host, pageData<EvidenceData>()));
