// A small course and a copy of it.

export const GOALS = [
  { id: "reading", kind: "subject", text: "Jeg kan læse en fagtekst", signs: ["Genfortæller"] },
  { id: "talking", kind: "all-round", text: "Jeg kan lytte til andre", signs: ["Spørger"] },
];

export function lesson(title, properties = {}) {
  return { title, minutes: 45, goals: ["reading"], activities: [], ...properties };
}

export function course(properties = {}) {
  return {
    title: "Fagtekster",
    summary: "Læs klogt.",
    updated: "2026-08-01",
    version: "1.2",
    licence: "cc-by",
    author: { school: "skolen", role: "teacher" },
    goals: GOALS,
    lessons: [lesson("Før"), lesson("Under"), lesson("Efter", { goals: ["talking"] })],
    ...properties,
  };
}

export function courseFile(properties = {}) {
  return {
    id: "fagtekster",
    url: "courses/fagtekster/",
    hash: "sha256:1",
    course: course(),
    names: {
      subjects: ["Dansk"],
      grades: "5",
      grades_in_words: "5. klasse",
      licence: "CC BY",
      licence_url: "",
      school: "Skolen",
      creator: "Skolen",
    },
    source: { site: "Hubben", organisation: "Kommunen", address: "https://hub.example/courses/fagtekster/" },
    ...properties,
  };
}

export function copy(properties = {}) {
  return {
    key: "00000000-0000-4000-8000-000000000000",
    course: "fagtekster",
    title: "Fagtekster",
    url: "courses/fagtekster/",
    hash: "sha256:1",
    version: "1.2",
    klass: "5.B",
    start: "2026-10-05",
    goals: "",
    notes: "",
    made: "2026-09-01T10:00:00.000Z",
    kept: [1, 2, 3],
    slots: [{ day: 1, time: "10:00" }],
    holidays: true,
    revision: 2,
    ...properties,
  };
}
