// A school as the site says it, and drafts of it.
import { begun, changed } from "../../../templates/assets/school/draft.js";

export const NOW = Date.UTC(2026, 10, 28, 13, 5);
export const TODAY = "2026-11-28";

export function was() {
  return {
    plans: [
      {
        of: "plan-2026",
        base: "abcdefabcdef",
        changes: [
          { activity: "egen-plan", state: "done" },
          { activity: "cafe", due: "2027-01-29", note: "Før vinterferien" },
        ],
        adds: [{ id: "naboer", phase: "foraar", title: "Besøg hos naboen", role: "superbruger", due: "2027-03-12" }],
      },
    ],
    superusers: { count: 5, leader: true, as_of: "2026-09-01" },
    levels: [{ subject: "dansk", level: "niveau-2", as_of: "2026-09-28", by: "leder" }],
    observations: [{ criterion: "kopieret", as_of: "2026-11-18", reached: 22, of: 41, how: "Optælling", by: "leder" }],
    focus: ["Selvevaluering"],
    agreements: [{ made: "2026-06-08", text: "Vi mødes / taler", role: "leder", due: "2026-12-18", state: "planned" }],
  };
}

export function schoolFile(changes = {}) {
  return {
    version: 1,
    id: "skole-6",
    title: "Skole 6",
    address: "schools/skole-6/",
    mailbox: "nord@example.dk",
    contact: "konsulent",
    was: was(),
    smallest: 5,
    withheld: [],
    plans: [
      {
        of: "plan-2026",
        title: "Plan 2026",
        base: "abcdefabcdef",
        phases: [
          {
            id: "foraar",
            title: "Forår",
            start: "2027-01-01",
            end: "2027-06-30",
            activities: [{ id: "cafe", title: "Café", role: "superbruger", due: "2027-02-26", milestone: false }],
          },
        ],
        criteria: [
          { id: "kopieret", title: "Halvdelen har kopieret", measure: "share", target: "halvdelen", term: "Forår" },
          { id: "cafeer", title: "To cafémøder", measure: "count", target: "to", term: "Forår" },
          { id: "lagt", title: "Planen er lagt", measure: "words", target: "alle", term: "Forår" },
        ],
      },
    ],
    words: {
      levels: [
        { id: "niveau-1", name: "Niveau 1" },
        { id: "niveau-2", name: "Niveau 2" },
      ],
      roles: [
        { id: "leder", name: "Leder" },
        { id: "superbruger", name: "Superbruger" },
      ],
      subjects: [{ id: "dansk", name: "Dansk" }],
      states: [
        { id: "planned", name: "Planlagt" },
        { id: "started", name: "Begyndt" },
        { id: "done", name: "Gjort" },
        { id: "dropped", name: "Udgår" },
      ],
      verdicts: [
        { id: "met", name: "Nået" },
        { id: "not", name: "Ikke endnu" },
      ],
    },
    ...changes,
  };
}

/** A draft with changes: `draft({ "focus/1": "Læsning" })`. */
export function draft(changes = {}, at = NOW, data = schoolFile()) {
  return Object.entries(changes).reduce(
    (made, [path, value], place) => changed(made, path, value, at + place),
    begun(data, NOW - 1000),
  );
}
