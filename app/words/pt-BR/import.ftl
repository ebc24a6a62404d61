## Import: file, columns, check, done

import = Importar
import-title = Importação
import-step-file = Arquivo
import-step-columns = Colunas
import-step-check = Conferir
import-step-done = Pronto
import-drop = Solte aqui arquivos CSV, Excel, vCard ou de calendário
import-choose = ou escolha-os
import-offline = Funciona sem conexão. Nada é gravado antes da última etapa.
import-reading = Lendo o arquivo
import-encoding = Codificação
import-delimiter = Separador
import-header = A primeira linha é um cabeçalho
import-entity = Estas linhas são
import-column = Coluna
import-sample = Por exemplo
import-target = Vai para
import-leave-out = Deixar de fora
import-key = Chave que distingue as linhas
import-rows = { $count ->
    [one] { $count } linha
   *[other] { $count } linhas
}
import-new = { $count ->
    [one] { $count } novo
   *[other] { $count } novos
}
import-changed = { $count ->
    [one] { $count } alterado
   *[other] { $count } alterados
}
import-unchanged = { $count ->
    [one] { $count } sem alteração
   *[other] { $count } sem alteração
}
import-out = { $count ->
    [one] { $count } de fora
   *[other] { $count } de fora
}
import-doubts = { $count ->
    [one] { $count } dúvida
   *[other] { $count } dúvidas
}
import-no-doubts = Nenhuma dúvida
import-finished = { $count ->
    [one] { $count } registro importado
   *[other] { $count } registros importados
}
import-undo = Desfazer esta importação
import-redo = Trazer de volta

## Why a file cannot be read

import-error-empty = O arquivo está vazio.
import-error-too_large = O arquivo é grande demais. Divida-o e tente de novo.
import-error-too_many_columns = O arquivo tem { $columns } colunas; o máximo é { $max }.
import-error-not_text = Este é um arquivo { $kind }. Salve como CSV ou XLSX e tente de novo.
import-error-too_many_cells = A planilha tem mais de { $max } células. Divida-a e tente de novo.
import-error-too_large_unpacked = Descompactado, este arquivo é grande demais. Divida-o e tente de novo.
import-error-broken_workbook = Não é possível abrir esta planilha: está incompleta, protegida por senha ou em um formato antigo. Salve de novo como XLSX sem senha e tente outra vez.

## What was noted while reading

import-note-encoding_guessed = A codificação foi deduzida: { $encoding }
import-note-unreadable_bytes = { $count ->
    [one] { $count } trecho não pôde ser lido nesta codificação
   *[other] { $count } trechos não puderam ser lidos nesta codificação
}
import-note-nul_bytes_removed = { $count ->
    [one] { $count } byte nulo foi removido
   *[other] { $count } bytes nulos foram removidos
}
import-note-unclosed_quote = Uma aspa aberta na linha { $line } nunca é fechada
import-note-no_header = Sem cabeçalho: as colunas foram numeradas
import-note-column_renamed = A coluna “{ $from }” se repete; esta se chama “{ $to }”
import-note-photos_left_out = { $count ->
    [one] { $count } foto não será importada: ainda não há lugar para ela
   *[other] { $count } fotos não serão importadas: ainda não há lugar para elas
}
import-note-files_left_out = { $count ->
    [one] { $count } arquivo anexo não será importado
   *[other] { $count } arquivos anexos não serão importados
}
import-note-parts_left_out = { $count ->
    [one] { $count } parte “{ $name }” não será importada
   *[other] { $count } partes “{ $name }” não serão importadas
}
import-note-lines_left_out = { $count ->
    [one] { $count } linha não pertence a nada e não será importada
   *[other] { $count } linhas não pertencem a nada e não serão importadas
}
import-note-not_calculated = { $count ->
    [one] { $count } célula é uma fórmula cujo resultado não está no arquivo: virá vazia
   *[other] { $count } células são fórmulas cujos resultados não estão no arquivo: virão vazias
}

## What to look at in the columns

issue-no_entity = Diga o que são estas linhas
issue-no_name = Nenhuma coluna traz “{ $field }”
issue-no_key = Nenhuma coluna distingue as linhas: uma linha alterada entra como novo registro
issue-twice = Duas colunas vão para “{ $field }”; vale a última preenchida
issue-ambiguous_dates = Em “{ $column }”, dia e mês podem estar trocados
issue-ambiguous_numbers = Em “{ $column }” não está claro se o decimal é ponto ou vírgula

## Doubts about rows

doubt-typo = “{ $value }” parece erro de digitação
doubt-unknown_reference = Não encontrado ({ $entity }): “{ $value }”
doubt-several_matches = { $count } registros se chamam “{ $value }”; nenhum foi vinculado
doubt-may_not_create = Você não pode criar estes registros ({ $entity })
doubt-may_not_write = Você não pode alterar este registro
doubt-missing_required = “{ $field }” deveria estar preenchido
doubt-missing = “{ $field }” costuma vir preenchido, mas aqui está vazio
doubt-unreadable = “{ $value }”: { $flaw }
doubt-ambiguous_date = “{ $value }”: dia e mês podem estar trocados
doubt-taken = “{ $value }” já está em outro registro
doubt-too_few_cells = A linha tem menos células do que colunas
doubt-too_many_cells = A linha tem mais células do que colunas
doubt-after_unclosed_quote = Vem depois de uma aspa que nunca fecha
doubt-cell_too_long = Uma célula é longa demais para importar
doubt-repeats = Repete-se; só a primeira vez será importada
doubt-unknown_zone = O fuso horário “{ $value }” é desconhecido; o horário foi lido como o seu
doubt-no_end = Falta o fim no arquivo
doubt-unreadable_lines = Tem linhas que não dizem nada conhecido; ficam guardadas no texto
doubt-same_row = Exatamente igual à linha { $line }
doubt-same_key = Mesma chave ou nome da linha { $line }, outro conteúdo
doubt-deleted = Este registro foi excluído aqui

## What to do about a doubt

decide-value = Usar “{ $value }”
decide-record = Vincular “{ $name }”
decide-other_order = Trocar dia e mês
decide-bring_in = Incluir as linhas
decide-keep = Manter como está
decide-create = Criar
decide-link = Vincular outro
decide-skip = Deixar estas linhas de fora
