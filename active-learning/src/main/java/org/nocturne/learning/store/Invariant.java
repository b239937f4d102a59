package org.nocturne.learning.store;

/** What holds in a store after every transaction, whoever has died meanwhile. */
public enum Invariant {
    PROVENANCE("a label has a job that is done, with its token, work directory and method", """
            select l.what || ' ' || l.id
            from (select 'label of frame' as what, frame_id as id, job_id, method_id from label
                  union all
                  select 'label of specimen', specimen_id, job_id, method_id from specimen_label) l
            left join attempt j on j.id = l.job_id
            where j.id is null or j.state <> 'DONE' or j.token is null or j.work_dir is null
               or j.method_id is null or j.method_id <> l.method_id
            """),
    ONE_LABEL("a frame has one label by a method", """
            select f.subject_kind || ' ' || f.subject_id || ', frame ' || f.ordinal
            from label l join frame f on f.id = l.frame_id
            group by f.subject_kind, f.subject_id, f.ordinal, l.method_id having count(*) > 1
            """),
    DONE_ONCE("a step is done once by a method", """
            select subject_kind || ' ' || subject_id || ' ' || step
            from job where state = 'DONE' group by subject_kind, subject_id, step, method_id having count(*) > 1
            """),
    ONE_OPEN_ATTEMPT("a step has one open attempt", """
            select subject_kind || ' ' || subject_id || ' ' || step
            from job where state in ('PENDING', 'RUNNING')
            group by subject_kind, subject_id, step having count(*) > 1
            """),
    ATTEMPTS_WITHOUT_GAPS("attempts are numbered without gaps", """
            select subject_kind || ' ' || subject_id || ' ' || step
            from job group by subject_kind, subject_id, step having max(attempt) <> count(*)
            """),
    RUNNER_OF_A_RUNNING_JOB("a running job has a token, and a runner that has not signed out", """
            select 'job ' || j.id from attempt j left join runner r on r.id = j.runner_id
            where j.state = 'RUNNING' and (j.token is null or r.id is null or r.ended_at is not null)
            """),
    ONE_RUN("jobs that share a run are of one step and one work directory, in places without gaps", """
            select 'run ' || s.token from shared_run s join job j on j.id = s.job_id
            group by s.token
            having max(s.place) + 1 <> count(*) or min(j.step) <> max(j.step) or min(j.work_dir) <> max(j.work_dir)
                   or count(j.work_dir) <> count(*) or count(j.token) > 0
            """),
    RESULT_OF_A_DONE_JOB("a job that was done has left what it is for", """
            select 'job ' || j.id from job j
            where j.state = 'DONE' and (
                  j.subject_kind = 'basin' and j.step = 'minimise' and not exists (select 1 from basin b
                      where b.id = j.subject_id and b.inherent_file is not null)
               or j.subject_kind = 'candidate' and j.step = 'minimise' and not exists (select 1 from variant v
                      where v.candidate_id = j.subject_id and v.start_file is not null)
               or j.subject_kind = 'specimen' and not exists (select 1 from specimen_label l where l.job_id = j.id)
               or j.subject_kind <> 'specimen' and j.step in ('relax', 'replica') and not exists (select 1 from frame f
                      where f.subject_kind = j.subject_kind and f.subject_id = j.subject_id)
               or j.subject_kind <> 'specimen' and j.step in ('label', 'replica')
                      and not exists (select 1 from label l where l.job_id = j.id))
            """),
    JOBS_OF_A_CANDIDATE("a candidate has jobs", """
            select 'candidate ' || c.id from candidate c
            where not exists (select 1 from job j where j.subject_kind = 'candidate' and j.subject_id = c.id)
            """),
    EVENT_OF_AN_ENDED_JOB("each job that was started and has ended has one event", """
            select 'step ' || j.step from (
                select step, count(*) as ended from job
                where state in ('DONE', 'FAILED', 'CANCELLED') and started_at is not null group by step) j
            left join (select step, count(*) as told from event group by step) e on e.step = j.step
            where e.told is null or e.told <> j.ended
            """),
    EFFORT_OF_AN_ENDED_JOB("a job that was started and has ended has what it took, and no other has", """
            select 'job ' || j.id from job j left join effort e on e.job_id = j.id
            where (j.started_at is not null and j.ended_at is not null and (e.job_id is null or e.seconds < 0))
               or ((j.started_at is null or j.ended_at is null) and e.job_id is not null)
            """),
    GRANTS_IN_ORDER("budgets are granted one after the other, none is taken back, each has one event", """
            select 'budget ' || b.id from budget b join budget later on later.id > b.id
            where later.granted_at < b.granted_at
            union all
            select g.granted || ' budgets up to ' || g.last || ', ' || e.told || ' events'
            from (select count(*) as granted, coalesce(max(id), 0) as last from budget) g,
                 (select count(*) as told from event where step = 'budget') e
            where g.granted <> e.told or g.granted <> g.last
            """),
    EVENT_OF_A_TEMPERATURE("each temperature that was added has one event", """
            select a.added || ' temperatures, ' || e.told || ' events'
            from (select count(*) as added from added_temperature) a,
                 (select count(*) as told from event where step = 'temperature') e
            where a.added <> e.told
            """),
    PAUSES_IN_ORDER("one pause is open at most, and each has an event for its begin and one for its end", """
            select p.begun || ' pauses, ' || p.ended || ' of them ended, ' || e.told || ' events'
            from (select count(*) as begun, count(ended_at) as ended from pause) p,
                 (select count(*) as told from event where step = 'disk') e
            where p.begun + p.ended <> e.told or p.begun - p.ended > 1
            """),
    EVENT_OF_A_CANDIDATE("each candidate has one event", """
            select c.proposed || ' candidates, ' || e.told || ' events'
            from (select count(*) as proposed from candidate) c,
                 (select count(*) as told from event where step = 'propose') e
            where c.proposed <> e.told
            """),
    EVENT_OF_A_TASK("each task of a pipeline has one event, and the sum of what they took is kept", """
            select t.ended || ' tasks of pipelines, ' || e.told || ' events'
            from (select count(*) as ended from pipeline_task) t,
                 (select count(*) as told from event where step = 'task') e
            where t.ended <> e.told
            union all
            select 'pipeline in ' || l.work_dir from pipeline_log l
            where abs(l.core_seconds - (select coalesce(sum(t.seconds * t.cores), 0) from pipeline_task t
                                        where t.work_dir = l.work_dir)) > 1e-3 * (1 + l.core_seconds)
            """),
    EVENT_OF_A_SPECIMEN("each specimen has one event", """
            select s.chosen || ' specimens, ' || e.told || ' events'
            from (select count(*) as chosen from specimen) s,
                 (select count(*) as told from event where step = 'choose') e
            where s.chosen <> e.told
            """),
    TIDIED_WHEN_DONE("only the work directory of a job that is done is packed or removed", """
            select 'job ' || t.job_id from tidied_work t join job j on j.id = t.job_id
            where j.state <> 'DONE' or (t.became = 'packed' and (t.archive is null or t.sha256 is null))
               or t.after_bytes < 0 or t.before_bytes < 0
            """),
    TOLD_OF_WHAT_HAPPENED("nobody was told of an event that is not there", """
            select n.channel from notice n, (select count(*) as happened from event) e where n.told > e.happened
            """),
    NOTHING_OPEN_AT_THE_END("a finished campaign has no open job", """
            select 'job ' || j.id from job j, campaign c
            where c.state = 'finished' and j.state in ('PENDING', 'RUNNING')
            """);

    private final String words;
    private final String brokenBy;

    Invariant(String words, String brokenBy) {
        this.words = words;
        this.brokenBy = brokenBy;
    }

    public String words() {
        return words;
    }

    /** Finds, in words, what breaks it. Runs unchanged on H2 and PostgreSQL. */
    String query() {
        return brokenBy;
    }
}
