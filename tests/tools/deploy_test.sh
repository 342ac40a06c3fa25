#!/usr/bin/env bash
# deploy/slurm under an sbatch that runs each task at once: parts do their share, one that is killed goes on when it is
# queued again, and the merge makes what is left.   deploy_test.sh ZHEYE
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
export ZHEYE=$1
desk=$(mktemp -d)
trap 'rm -rf "$desk"' EXIT
cd "$desk"
export DESK=$desk PATH="$desk/bin:$PATH"

mkdir bin content
cat >bin/sbatch <<'SBATCH'
#!/usr/bin/env bash
# Runs the script as Slurm would, one task after the other; what it says goes to a log.
set -euo pipefail
array= parts=
while [[ $1 == --* ]]; do
    case $1 in
    --array=*) array=${1#--array=} ;;
    --dependency=afterany:7) [ -e "$DESK/array-ran" ] || exit 9 ;;
    esac
    shift
done
if [ -z "$array" ]; then
    bash "$@" >"$DESK/merge.log" 2>&1
    echo 8
    exit
fi
parts=${array#1-}
export SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_STEP=1 SLURM_ARRAY_TASK_COUNT=$parts
for ((task = 1; task <= parts; ++task)); do
    export SLURM_ARRAY_TASK_ID=$task
    if [ "$task" = 2 ]; then # killed in the middle of its work, and queued again
        before=$(ls output | wc -l)
        bash "$@" >"$DESK/killed.log" 2>&1 &
        until [ "$(ls output | wc -l)" -gt "$before" ]; do sleep 0.01; done
        kill -KILL $! && wait $! || true
    fi
    [ "$task" = 3 ] || bash "$@" >"$DESK/part-$task.log" 2>&1 # the third never comes to run
done
touch "$DESK/array-ran"
echo 7
SBATCH
chmod +x bin/sbatch
for ((i = 1; i <= 24; ++i)); do
    printf 'zheye: 1\ntitle: 第%d本\nchapters:\n- title: 章\n  content: [好。]\n' "$i" >"content/$i.yaml"
done

fail() { printf '%s\n' "$1" >&2 && cat ./*.log >&2 && exit 1; }
"$root/deploy/slurm/submit" content output 4 >/dev/null || fail "submit failed"
[ "$(ls output/*.pdf | wc -l)" = 24 ] || fail "not every brochure was made"
[ ! -e output/.zheye/manifest.1-of-4 ] || fail "the manifests were not joined"
for part in 1 2 4; do
    grep -q '失败 0\|0 failed' "part-$part.log" || fail "part $part made nothing"
done
grep -q '"built":0' output/report.json && fail "the merge had nothing left of the third part"
grep -q '"fresh":0' output/report.json && fail "the merge knew nothing of the others"
SLURM_ARRAY_TASK_ID= "$ZHEYE" batch content -o output --lang en | grep -q '0 made, 24 unchanged' || fail "not all is fresh"

# deploy/kubernetes without a cluster: the words of each container are run as its pods would, the volume being the desk.
words() { # of the container in a file of deploy/kubernetes, one a line
    sed -n 's/^ *command: \[\(.*\)\]$/\1/p' "$root/deploy/kubernetes/$1" | sed 's/, /\n/g' | tr -d '"' |
        sed -e "s|^zheye\$|$ZHEYE|" -e "s|^/data/|$desk/|"
}
rm -rf output
completions=$(sed -n 's/^  completions: //p' "$root/deploy/kubernetes/batch.yaml")
mapfile -t part < <(words batch.yaml)
mapfile -t merge < <(words merge.yaml)
[ "${#part[@]}" -gt 1 ] && [ "${#merge[@]}" -gt 1 ] || fail "no command in deploy/kubernetes"
for ((index = 0; index < completions; ++index)); do
    [ "$index" = 5 ] || JOB_COMPLETION_INDEX=$index "${part[@]}" >"pod-$index.log" 2>&1 || fail "pod $index failed"
done
[ "$(cat pod-*.log | grep -c '^已生成\|^wrote')" = "$(ls output/*.pdf | wc -l)" ] || fail "pods did each other's work"
[ "$(ls output/*.pdf | wc -l)" -lt 24 ] || fail "the sixth pod has no part"
"${merge[@]}" >merge.log 2>&1 || fail "the merge failed"
[ "$(ls output/*.pdf | wc -l)" = 24 ] || fail "not every brochure was made after the pods"
grep -q '"fresh":0' output/report.json && fail "the merge knew nothing of the pods"
"$ZHEYE" batch content -o output --lang en | grep -q '0 made, 24 unchanged' || fail "not all is fresh after the pods"
